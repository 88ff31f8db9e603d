"""Numbers and lists that a snapshot holds in a fixed layout. Written from schema/SNAPSHOT.md alone."""
import struct

PACKED = struct.Struct("<IIB")


def varint(block, position):
    value = shift = 0
    while True:
        byte = block[position]
        position += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, position


def bits(content, bit, width):
    """The number in `width` bits from bit number `bit` on."""
    first, last = bit >> 3, (bit + width + 7) >> 3
    return int.from_bytes(content[first:last], "little") >> (bit & 7) & (1 << width) - 1


def packed(content, position):
    """Packed numbers, and where they end."""
    count, least, width = PACKED.unpack_from(content, position)
    start = position + PACKED.size
    numbers = [least + bits(content, start * 8 + index * width, width) for index in range(count)]
    return numbers, start + (count * width + 7) // 8 + 8


def ends(content, position):
    """Where parts end in the bytes behind these ends, and where those bytes begin."""
    starts, position = packed(content, position)
    numbers, position = packed(content, position)
    return [starts[index >> 6] + number for index, number in enumerate(numbers)], position


def parts(content, position=0):
    """Byte strings of any lengths, and where they end."""
    limits, start = ends(content, position)
    return [content[start + first:start + last] for first, last in zip([0] + limits, limits)], start + (limits or [0])[-1]


def mentions(part):
    """What a part of the section `mentions` says: the ordinals of roles, and (document, offset, text, form) of each mention."""
    if not part:
        return range(0), []
    number, position = varint(part, 0)
    first, position = varint(part, position) if number else (0, position)
    count, position = varint(part, position)
    text_count, position = varint(part, position)
    lengths = []
    for _ in range(text_count):
        length, position = varint(part, position)
        lengths.append(length)
    forms, position = part[position:position + text_count], position + text_count
    texts = []
    for length in lengths:
        texts.append(part[position:position + length].decode())
        position += length
    for _ in range((count - 1) // 128 if count else 0):
        _, position = varint(part, position)
    found, document, offset = [], 0, 0
    for index in range(count):
        if index % 128 == 0:
            document = 0
        head, position = varint(part, position)
        if head & 1:
            gap, position = varint(part, position)
            offset, position = varint(part, position)
            document += gap
        else:
            distance, position = varint(part, position)
            offset += distance >> 1 ^ -(distance & 1)
        found.append((document, offset, texts[head >> 1], forms[head >> 1]))
    return range(first, first + number), found
