"""Index and query the benchmark corpus with PISA (pip install pyterrier-pisa==0.4.9, and a JDK).

usage: pisa_bench.py CORPUS.jsonl QUERIES.json FOLDER
Prints one JSON object per class: the mean of a query, top 10, one thread, of the algorithm that is fastest in it, best of the
rounds. PISA keeps no positions and no texts. Words are folded to a-z0-9 without stems, and spelt in letters alone so that its
tokenizer keeps them whole. The index stays in FOLDER.
"""
import json, os, re, sys, time, unicodedata
import numpy
from pyterrier_pisa import PisaIndex, PisaIndexEncoding, PisaQueryAlgorithm, PisaStemmer, PisaStopwords, _pisathon

corpus, queries, folder = sys.argv[1:4]
numbers_path = os.path.join(folder, "pisa.numbers")
numbers = json.load(open(numbers_path)) if os.path.exists(numbers_path) else {}


def words(text):
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    for word in re.findall(r"[a-z0-9]+", folded):
        if len(word) > 1:
            yield "w" + "".join(chr(97 + int(digit)) for digit in str(numbers.setdefault(word, len(numbers)))) + "z"


def index():
    return PisaIndex(os.path.join(folder, "pisa.index"), stemmer=PisaStemmer.none, stops=PisaStopwords.none, threads=2,
                     index_encoding=PisaIndexEncoding.block_simdbp)


if not numbers:
    documents = []
    for line in open(corpus, encoding="utf-8"):
        item = json.loads(line)
        documents.append({"docno": item["id"], "text": " ".join(words(item["title"] + " " + item["text"]))})
    index().index(documents)
    json.dump(numbers, open(numbers_path, "w"))

for kind, asked in json.load(open(queries, encoding="utf-8")).items():
    if kind == "phrase":
        continue
    batch = list(enumerate([" ".join(words(q if isinstance(q, str) else " ".join(q))) for q in asked] * 5))
    best = (float("inf"), "")
    for algorithm in ["ranked_and", "block_max_ranked_and"] if kind == "and2" else ["wand", "block_max_wand", "maxscore", "block_max_maxscore"]:
        search = index().bm25(k1=0.9, b=0.4, num_results=10, threads=1, query_algorithm=PisaQueryAlgorithm(algorithm))
        out = [numpy.empty((len(batch) * 10,), dtype=element) for element in (numpy.int32, object, numpy.int32, numpy.float32)]
        for _ in range(3):
            start = time.perf_counter()
            _pisathon.retrieve(search._ctxt, algorithm, batch, k=10, threads=1, query_weighted=0, pretokenised=False,
                               result_qidxs=out[0], result_docnos=out[1], result_ranks=out[2], result_scores=out[3])
            best = min(best, ((time.perf_counter() - start) / len(batch) * 1e6, algorithm))
    print(json.dumps({"class": kind, "mean_us": round(best[0], 1), "algorithm": best[1]}), flush=True)
