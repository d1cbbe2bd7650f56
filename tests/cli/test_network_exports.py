"""--export of networks: GraphML and GEXF, held against the report and against one another."""

import itertools
import unittest
import xml.etree.ElementTree

from support import SAMPLES, ProgramTest, generated_texts, matrix
from test_exports import sharing

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://www.gexf.net/1.2draft}"
TYPES = {"string": str, "long": int, "double": float}
OF_EDGES = {"weight", "jaccard", "reused", "passages", "points"}


class Networks(ProgramTest):
    def export(self, *arguments, command="compare", code=0):
        """Writes both beside the report; returns the report, the nodes and the edges, which are the same in both."""
        outcome = self.reprise(command, *arguments, "--quiet", "--export", "network.graphml=out.graphml", "--export", "network.gexf=out.gexf")
        self.assertEqual((outcome.code, outcome.out), (code, ""), outcome.err)
        report = self.report(command, *arguments, code=code)
        nodes, edges = self.graphml()
        self.assertEqual(self.gexf(), (nodes, edges))
        self.assertEqual(list(nodes), [f"n{i}" for i in range(len(report["documents"]))])
        for a, b in edges:
            self.assertIn(a, nodes)
            self.assertIn(b, nodes)
            self.assertLess(int(a[1:]), int(b[1:]))
            self.assertEqual(set(edges[a, b]), OF_EDGES - ({"passages"} if command == "matrix" else set()))
            self.assertTrue(0 < edges[a, b]["weight"] <= 1)
        return report, nodes, edges

    def graphml(self):
        root = xml.etree.ElementTree.parse(self.folder / "out.graphml").getroot()
        self.assertEqual(root.tag, GRAPHML + "graphml")
        keys = {k.get("id"): (k.get("for"), k.get("attr.name"), TYPES[k.get("attr.type")]) for k in root.iter(GRAPHML + "key")}
        self.assertEqual(len(keys), len(root.findall(GRAPHML + "key")))
        [graph] = root.findall(GRAPHML + "graph")
        self.assertEqual(graph.get("edgedefault"), "undirected")

        def data(element, kind):
            found = {}
            for d in element:
                of, name, type_ = keys[d.get("key")]
                self.assertEqual(of, kind)
                self.assertNotIn(name, found)
                found[name] = type_(d.text or "")
            return found

        nodes = {n.get("id"): data(n, "node") for n in graph.findall(GRAPHML + "node")}
        edges = {(e.get("source"), e.get("target")): data(e, "edge") for e in graph.findall(GRAPHML + "edge")}
        self.assertEqual((len(nodes), len(edges)), (len(graph.findall(GRAPHML + "node")), len(graph.findall(GRAPHML + "edge"))))
        return nodes, edges

    def gexf(self):
        root = xml.etree.ElementTree.parse(self.folder / "out.gexf").getroot()
        self.assertEqual((root.tag, root.get("version")), (GEXF + "gexf", "1.2"))
        [graph] = root.findall(GEXF + "graph")
        self.assertEqual(graph.get("defaultedgetype"), "undirected")
        declared = {a.get("class"): {d.get("id"): (d.get("title"), TYPES[d.get("type")]) for d in a} for a in graph.iter(GEXF + "attributes")}

        def data(element, kind):
            found = {}
            for value in element.iter(GEXF + "attvalue"):
                name, type_ = declared[kind][value.get("for")]
                self.assertNotIn(name, found)
                found[name] = type_(value.get("value"))
            return found

        nodes = {n.get("id"): {"label": n.get("label"), **data(n, "node")} for n in graph.iter(GEXF + "node")}
        all_edges = list(graph.iter(GEXF + "edge"))
        self.assertEqual([e.get("id") for e in all_edges], [str(i) for i in range(len(all_edges))])
        return nodes, {(e.get("source"), e.get("target")): {"weight": float(e.get("weight")), **data(e, "edge")} for e in all_edges}

    def check_against_report(self, report, nodes, edges):
        names = {"label": "id", "filename": "where", "title": "title", "series": "source", "date": "date", "url": "url",
                 "words": "words", "cluster": "cluster", "story": "story"}
        for document, node in zip(report["documents"], nodes.values()):
            self.assertEqual(node, {ours: document[theirs] for ours, theirs in names.items() if document[theirs] is not None})
        values = {m: matrix(report, m)["values"] for m in ("jaccard", "passages", "points")}
        passages = [frozenset((p["a"]["document"], p["b"]["document"])) for p in report["passages"]]
        wanted = {}
        for a, b in itertools.combinations(range(len(nodes)), 2):
            edge = {"jaccard": values["jaccard"][a][b], "reused": max(values["passages"][a][b], values["passages"][b][a]),
                    "passages": passages.count(frozenset((a, b))), "points": values["points"][a][b]}
            fewer = min(values["points"][a][a], values["points"][b][b]) or 1
            edge["weight"] = max(edge["jaccard"], edge["reused"], edge["points"] / fewer)
            if edge["weight"]:
                wanted[f"n{a}", f"n{b}"] = edge
        self.assertEqual(edges, wanted)


class Contents(Networks):
    def test_samples(self):
        report, nodes, edges = self.export(SAMPLES)
        self.check_against_report(report, nodes, edges)
        self.assertGreater(len(edges), 20)
        without_passages = {pair: {k: v for k, v in edge.items() if k != "passages"} for pair, edge in edges.items()}
        self.assertEqual(self.export(SAMPLES, command="matrix")[2], without_passages)

    def test_copies_have_an_edge_to_the_first_alone(self):
        texts = generated_texts(6)
        self.write_jsonl("in.jsonl", [{"text": t} for t in [*texts, texts[2], texts[2]]])
        _, nodes, edges = self.export("in.jsonl")
        self.assertEqual({pair for pair in edges if {"n6", "n7"} & set(pair)}, {("n2", "n6"), ("n2", "n7")})
        self.assertEqual({k: v for k, v in edges["n2", "n6"].items() if k != "points"}, {"weight": 1, "jaccard": 1, "reused": 1, "passages": 1})

    def test_nothing_in_common(self):
        self.write("in.jsonl", "")
        self.assertEqual(self.export("in.jsonl")[1:], ({}, {}))
        self.write_jsonl("in.jsonl", [{"text": "One thing."}, {"text": "Something else."}, {"text": ""}])
        self.assertEqual(self.export("in.jsonl")[2], {})

    def test_a_title_that_is_shared_is_no_edge_without_a_weight(self):
        title = "The harbour of Ostrell closed for nine days after the storm and 40 boats were lost"
        self.write_jsonl("in.jsonl", [{"title": title, "text": "One thing."}, {"title": title, "text": "Something else."}])
        self.assertEqual(self.export("in.jsonl")[2]["n0", "n1"]["points"], 1)
        report, _, edges = self.export("in.jsonl", "--point-score", 1)
        self.assertEqual((len(report["passages"]), edges), (1, {}))

    def test_texts_that_xml_cannot_hold(self):
        texts = ["</node><x>", "a&b", 'q"uote', "tab\tline\nreturn\r", "\x00\x01\x1b[31m", "\ufffe\uffff", "漢\U0001f6b2", "]]>", " blank "]
        self.write_jsonl("in.jsonl", [{"id": t, "title": t, "source": t, "url": t, "text": s} for t, s in zip(texts, sharing(len(texts)))])
        _, nodes, edges = self.export("in.jsonl")
        wanted = [t.translate({c: "\ufffd" for c in (0, 1, 0x1B, 0xFFFE, 0xFFFF)}) for t in texts]
        for key in ("label", "title", "series", "url"):
            self.assertEqual([node[key] for node in nodes.values()], wanted)
        self.assertEqual(len(edges), len(texts) * (len(texts) - 1) / 2)

    def test_threads_do_not_change_a_byte(self):
        self.write_jsonl("in.jsonl", [{"text": t} for t in generated_texts(60, words_each=40)])
        found = set()
        for threads in (1, 2, 7):
            self.export("in.jsonl", "--threads", threads)
            found.add(tuple((self.folder / name).read_bytes() for name in ("out.graphml", "out.gexf")))
        self.assertEqual(len(found), 1)

    def test_networkx_reads_them(self):
        try:
            import networkx
        except ImportError as error:
            self.skipTest(f"{error}: only our own readers were tried")
        _, nodes, edges = self.export(SAMPLES)
        for graph in (networkx.read_graphml(self.folder / "out.graphml"), networkx.read_gexf(self.folder / "out.gexf")):
            self.assertFalse(graph.is_directed())
            self.assertEqual({n: dict(data) for n, data in graph.nodes(data=True)}, nodes)
            self.assertEqual(graph.number_of_edges(), len(edges))
            for pair, data in edges.items():
                self.assertLessEqual(data.items(), graph.edges[pair].items())


if __name__ == "__main__":
    unittest.main()
