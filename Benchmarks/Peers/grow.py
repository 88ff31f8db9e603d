"""Write a corpus several times over, with changed words, so that its vocabulary grows as that of real text does.

usage: grow.py CORPUS.jsonl TIMES > GROWN.jsonl

Every copy but the first gives a third of the rarer words another ending, each copy to other words: ten copies have
about four times the vocabulary of one, which is Heaps' law with an exponent of 0.6. The same input gives the same output.
"""
import collections, json, re, sys, zlib

corpus, times = sys.argv[1], int(sys.argv[2])
WORD = re.compile(r"[^\W\d_]{4,}")

lines = open(corpus, encoding="utf-8").read().splitlines()
counts = collections.Counter()
for line in lines:
    counts.update(WORD.findall(json.loads(line)["text"]))
frequent = {word for word, _ in counts.most_common(1000)}

for copy in range(times):
    endings = {}

    def changed(match):
        word = match.group()
        if word not in endings:
            number = zlib.crc32(f"{copy} {word}".encode())
            endings[word] = word + "zkwxy"[copy % 5] + "aeiou"[number // 3 % 5] if copy and number % 3 == 0 else word
        return word if word in frequent else endings[word]

    for line in lines:
        document = json.loads(line)
        if copy:
            document["id"] += f"-{copy}"
            document["text"] = WORD.sub(changed, document["text"])
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
