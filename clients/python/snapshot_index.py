"""Looks up terms in the search index of a snapshot. Written from schema/SNAPSHOT.md alone."""
import struct
import unicodedata

from snapshot_lists import bits, varint

HEADER = struct.Struct("<IIQ")
TERM_BLOCK = struct.Struct("<IQQ")
SKIP = struct.Struct("<IIIB")
LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ı": "i", "ł": "l", "ŉ": "n", "ĳ": "ij"}
LIGATURES.update({upper: folded for letter, folded in list(LIGATURES.items()) for upper in [letter.upper()] if len(upper) == 1})
LIGATURES.update({"ẞ": "ss", "İ": "i", "Ð": "d", "Đ": "d"})
LIGATURES.update({chr(c): "dz" for c in (0x1C4, 0x1C5, 0x1C6, 0x1F1, 0x1F2, 0x1F3)})
LIGATURES.update({chr(c): "lj" for c in (0x1C7, 0x1C8, 0x1C9)} | {chr(c): "nj" for c in (0x1CA, 0x1CB, 0x1CC)})
LIGATURES.update(zip(map(chr, range(0xFB00, 0xFB07)), ("ff", "fi", "fl", "ffi", "ffl", "st", "st")))
SILENT = [(0x300, 0x36F), (0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)]


def fold(text):
    """Lower case without diacritics, with ligatures expanded."""
    return "".join(map(fold_character, text))


def fold_character(character):
    value = ord(character)
    if any(first <= value <= last for first, last in SILENT):
        return ""
    if character in LIGATURES:
        return LIGATURES[character]
    if 0xFF10 <= value <= 0xFF19 or 0xFF21 <= value <= 0xFF3A or 0xFF41 <= value <= 0xFF5A:
        return chr(value - 0xFEE0).lower()
    if 0xC0 <= value <= 0x24F or 0x1E00 <= value <= 0x1EFF:
        base = unicodedata.normalize("NFD", character)[0]
        if base.isascii() and base.isalpha():
            return base.lower()
    return "".join(c for c in character.lower() if not any(first <= ord(c) <= last for first, last in SILENT))


def position_bound(length):
    """An exclusive upper bound on the positions in a document of a quantised length."""
    if length < 16:
        return max(length, 1)
    exponent = length // 8 - 1
    return length - exponent * 8 + 1 << exponent


def unary(content, position, count):
    """The numbers of the first `count` set bits, and the byte behind the last of them."""
    found, bit = [], position * 8
    while len(found) < count:
        if content[bit >> 3] >> (bit & 7) & 1:
            found.append(bit - position * 8)
        bit += 1
    return found, bit + 7 >> 3


class Index:
    def __init__(self, snapshot):
        names = ("header", "terms", "terms.blocks", "postings", "positions", "lengths")
        header, self.terms, blocks, self.postings_bytes, self.positions_bytes, self.lengths = (
            snapshot.section("index/" + name) for name in names)
        self.document_count, self.term_count, self.total_length = HEADER.unpack_from(header)
        self.profile = header[HEADER.size + 1:HEADER.size + 1 + header[HEADER.size]].decode("ascii")
        self.blocks = list(TERM_BLOCK.iter_unpack(blocks))

    def block(self, number):
        """The entries of a block: (term, documents, range of postings, range of positions)."""
        offset, postings, positions = self.blocks[number]
        term = b""
        for _ in range(min(16, self.term_count - number * 16)):
            shared, offset = varint(self.terms, offset)
            rest, offset = varint(self.terms, offset)
            term, offset = term[:shared] + self.terms[offset:offset + rest], offset + rest
            frequency, offset = varint(self.terms, offset)
            sizes = []
            for _ in range(2):
                size, offset = varint(self.terms, offset)
                sizes.append(size)
            yield term, frequency, (postings, postings + sizes[0]), (positions, positions + sizes[1])
            postings, positions = postings + sizes[0], positions + sizes[1]

    def entry(self, term):
        """The entry of a term, given as bytes; None if no document contains it."""
        low, high = 0, len(self.blocks)
        while high - low > 1:
            middle = (low + high) // 2
            if next(self.block(middle))[0] > term:
                high = middle
            else:
                low = middle
        return next((entry for entry in self.block(low) if entry[0] == term), None) if self.blocks else None

    def postings(self, entry):
        """(document, frequency, whether the term is in the title, start of the block's positions) of each document."""
        _, frequency, (start, _), _ = entry
        count = (frequency + 127) // 128
        content, found, base, positions = self.postings_bytes, [], 0, 0
        skips = [SKIP.unpack_from(content, start + number * SKIP.size) for number in range(count)] if count > 1 else []
        first = start + (SKIP.size * count if count > 1 else 1)
        for number in range(count):
            position = first + (skips[number - 1][1] if number else 0)
            for document, occurrences, in_title in self.posting_block(position, min(128, frequency - number * 128), base):
                found.append((document, occurrences, in_title, positions))
            base = found[-1][0] + 1
            positions = skips[number][2] if skips else 0
        return found

    def posting_block(self, position, count, base):
        content = self.postings_bytes
        shape, low, position = content[position] >> 5, content[position] & 31, position + 1
        if low == 31:
            set_bits, end = unary(content, position, count)
            documents = [base + bit for bit in set_bits]
        else:
            high, end = unary(content, position + (count * low + 7) // 8, count)
            documents = [
                base + (bit - index << low | bits(content, position * 8 + index * low, low)) for index, bit in enumerate(high)]
        width, position = content[end], end + 1
        if width == 64:
            set_bits, position = unary(content, position, count)
            frequencies = [bit - before for before, bit in zip([-1] + set_bits, set_bits)]
        else:
            low = width & 31
            frequencies = [1 + bits(content, position * 8 + index * low, low) for index in range(count)]
            position += (count * low + 7) // 8
            if width & 0x80:
                exceptions, position = content[position], position + 1
                for _ in range(exceptions):
                    index = content[position]
                    rest, position = varint(content, position + 1)
                    frequencies[index] += rest << low
        titles = [shape == 1 or shape == 2 and bits(content, position * 8 + index, 1) == 1 for index in range(count)]
        return zip(documents, frequencies, titles)

    def positions(self, entry):
        """The positions of the term in each document, in words; nothing for a stop word."""
        term, _, _, (start, _) = entry
        found, bit, block = [], 0, None
        for document, count, _, offset in self.postings(entry) if term[:1] != b"\x01" else ():
            if offset != block or len(found) % 128 == 0:
                bit, block = (start + offset) * 8, offset
            greatest = position_bound(self.lengths[document]) - 1
            if count == 1:
                width = greatest.bit_length()
                found.append((document, [bits(self.positions_bytes, bit, width)]))
                bit += width
                continue
            low = 0
            while (greatest >> low) - (greatest >> low + 1) > count:
                low += 1
            lows = [bits(self.positions_bytes, bit + index * low, low) for index in range(count)]
            size = count + (greatest >> low)
            word = bits(self.positions_bytes, bit + count * low, size)
            set_bits = [number for number in range(size) if word >> number & 1]
            found.append((document, [number - index << low | lows[index] for index, number in enumerate(set_bits)]))
            bit += count * low + size
        return found

    def occurrences(self, term, documents):
        """What the index says of a term, as plain values; `documents` have their ids, by ordinal."""
        entry = self.entry(term.encode())
        positions = dict(self.positions(entry)) if entry else {}
        return {"term": term, "documents": [
            {"id": documents[document]["id"], "frequency": frequency, "title": in_title, "positions": positions.get(document, [])}
            for document, frequency, in_title, _ in (self.postings(entry) if entry else [])]}
