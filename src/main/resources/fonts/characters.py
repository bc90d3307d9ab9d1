"""Prints the characters that the font on paper has: see README.md beside this file."""
import bz2

UNIHAN = '/usr/share/unicode/Unihan_OtherMappings.txt.bz2'


def encoded(codec):
    """Every character of the basic plane that a character set has, with its bytes there."""
    found = {}
    for code in range(0x20, 0x10000):
        try:
            found[code] = chr(code).encode(codec)
        except UnicodeError:
            pass
    return found


gb2312 = set(encoded('gb2312'))
big5_frequent = {code for code, there in encoded('big5').items() if b'\xa4\x40' <= there <= b'\xc6\x7e'}
with bz2.open(UNIHAN, 'rt') as lines:
    general_standard = {int(line.split()[0][2:], 16) for line in lines if '\tkTGH\t' in line}
signs = set(map(ord, '¥￥〓□■✓'))
print(''.join(map(chr, sorted(gb2312 | big5_frequent | general_standard | signs))), end='')
