"""Makes the font on paper: see README.md beside this file.

python3 make.py SC.ttf HK.ttf JP.ttf MATH.ttf OUT.ttf
"""
import copy
import os
import sys
import tempfile

from fontTools import merge, subset
from fontTools.ttLib import TTFont

*SOURCES, OUT = sys.argv[1:]
ROLES = ['whole', 'ideographs', 'ideographs', 'signs']
# punctuation, mathematics and technical signs
SIGNS = set(range(0x2010, 0x2400))
# layout and vertical writing, which paper does without, and which cannot be merged
TABLES = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'VORG', 'vhea', 'vmtx', 'STAT', 'MATH', 'DSIG']


def ideograph(code):
    return 0x3400 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or code >= 0x20000


def reduced(source, characters, folder):
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += TABLES
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    path = os.path.join(folder, os.path.basename(source))
    subset.save_font(font, path, options)
    return path


def one_glyph_each(font):
    """Whoever copies a text out of the paper gets the character that was written, not another one that looks the same."""
    order, used = list(font.getGlyphOrder()), set()
    for code, glyph in sorted(font.getBestCmap().items(), key=lambda entry: (unusual(entry[0]), entry[0])):
        if glyph in used:
            twin = f'{glyph}.u{code:04X}'
            order.append(twin)
            font['glyf'].glyphs[twin] = copy.deepcopy(font['glyf'][glyph])
            font['hmtx'].metrics[twin] = font['hmtx'].metrics[glyph]
            for table in font['cmap'].tables:
                if code in table.cmap:
                    table.cmap[code] = twin
        used.add(glyph)
    font.setGlyphOrder(order)
    font['glyf'].glyphOrder = order


def unusual(code):
    return 0x2E80 <= code < 0x2FE0 or 0xF900 <= code < 0xFB00 or code >= 0x2F800


with tempfile.TemporaryDirectory() as folder:
    have, parts = set(), []
    for source, role in zip(SOURCES, ROLES):
        characters = set(TTFont(source).getBestCmap()) - have
        if role == 'ideographs':
            characters = {code for code in characters if ideograph(code)}
        elif role == 'signs':
            characters &= SIGNS
        have |= characters
        parts.append(reduced(source, characters, folder))
    whole = merge.Merger().merge(parts)
    first = TTFont(SOURCES[0])
    # the lines of the paper are as high as they are without the additions
    for name in ('ascent', 'descent', 'lineGap'):
        setattr(whole['hhea'], name, getattr(first['hhea'], name))
    for name in ('sTypoAscender', 'sTypoDescender', 'sTypoLineGap', 'usWinAscent', 'usWinDescent'):
        setattr(whole['OS/2'], name, getattr(first['OS/2'], name))
    one_glyph_each(whole)
    whole.save(OUT)
