"""Write an archive several times the size of a corpus: other texts, and words that were not there before.

usage: grow.py CORPUS.jsonl TIMES > GROWN.jsonl

A copy keeps how many sentences every document has, and draws them from all documents, in runs of one to four that stood side by
side. In each copy but the first, a third of the rarer words get another ending, each time other words. The same input gives the
same output, and fewer copies are the first of more.
"""
import collections, json, random, re, sys, zlib

WORD = re.compile(r"[^\W\d_]{4,}")
SENTENCE = re.compile(r".+?(?:[.;:!?](?=\s)|\n|\Z)\s*", re.DOTALL)
LONGEST_RUN = 4


def grown(documents, times):
    """The documents of `times` copies."""
    counts, sentences, lengths = collections.Counter(), [], []
    for document in documents:
        counts.update(WORD.findall(document["text"]))
        found = SENTENCE.findall(document["text"].strip() + "\n\n")
        sentences += found
        lengths.append(len(found))
    rarer = sorted(set(counts) - {word for word, _ in counts.most_common(1000)})
    for copy in range(times):
        names = renamed(rarer, copy) if copy else {}
        fresh = [WORD.sub(lambda word: names.get(word[0], word[0]), sentence) for sentence in sentences]
        draw = random.Random(copy)
        for document, length in zip(documents, lengths):
            yield document | {"id": f"{document['id']}-{copy}" if copy else document["id"], "text": mixed(fresh, length, draw)}


def renamed(words, copy):
    """What a copy writes for a third of some words."""
    names = {}
    for word in words:
        number = zlib.crc32(f"{copy} {word}".encode())
        if number % 3 == 0:
            names[word] = word + "zkwxy"[copy % 5] + "aeiou"[number // 3 % 5]
    return names


def mixed(sentences, length, draw):
    """A text of so many sentences."""
    text = []
    while len(text) < length:
        start, run = int(draw.random() * len(sentences)), 1 + int(draw.random() * LONGEST_RUN)
        text += sentences[start:start + min(run, length - len(text))]
    return "".join(text).strip()


def main():
    documents = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    for document in grown(documents, int(sys.argv[2])):
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
