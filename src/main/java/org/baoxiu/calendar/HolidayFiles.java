package org.baoxiu.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the holiday tables: those packed into the application, and the office's own, which replace them. */
final class HolidayFiles {

    private static final String PACKED = "classpath:holidays/";

    private HolidayFiles() {}

    /**
     * @param directory with tables named like the packed ones, {@code 2027.csv}; empty for none
     * @throws IllegalArgumentException when a file is not a holiday table, or the directory holds none
     */
    static Holidays load(String directory) throws IOException {
        Map<String, Resource> files = new TreeMap<>(tables(PACKED));
        if (!directory.isBlank()) {
            Map<String, Resource> own = tables("file:" + directory + "/");
            if (own.isEmpty()) {
                throw new IllegalArgumentException(
                        "baoxiu.calendar.holiday-tables: no *.csv in the directory " + directory);
            }
            files.putAll(own);
        }
        List<HolidayTable> read = new ArrayList<>();
        for (Resource file : files.values()) {
            try (InputStream content = file.getInputStream()) {
                read.add(HolidayFile.read(file.getDescription(), content));
            }
        }
        return Holidays.of(read);
    }

    private static Map<String, Resource> tables(String place) throws IOException {
        Map<String, Resource> files = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(place + "*.csv")) {
            files.put(file.getFilename(), file);
        }
        return files;
    }
}
