// Who shares with whom, as a network for the programs that draw and measure such: GraphML and GEXF
// 1.2.
//
// A node is a document; an edge joins two that share something: runs of words (jaccard), words in
// passages, or talking points. Edges have no direction: which document was first is a matter of
// dates, and no proof of who copied.
//
//     <node id="n0"> label (the id), filename, title, series, date, url, words, cluster, story
//     <edge source="n0" target="n3"> weight, jaccard, reused, passages, points
//
// `reused` is the share of words in passages, that of the document of which it is the larger share;
// `passages` and `points` count; where the command finds no passages (matrix), there is no such
// number. The weight is the largest of three shares, in (0, 1]: jaccard, reused, and the points in
// common over those of the document that has fewer. So a link through a few common words is weak,
// whatever the lengths, and can be filtered away.
//
// Of identical documents the first stands for the others, which have one edge, to it: ten thousand
// copies are not fifty million edges. Otherwise there is an edge for each two documents that share
// a run of words, as in the matrices.
//
// Texts as in xml.h. Cost: 48 bytes an edge, and 0.5 µs to write one. Pure but for the file; any
// thread.
#pragma once

#include "reprise/io/output_file.h"
#include "reprise/result.h"

namespace reprise::detail {

// Write the network. REQUIRES: the result's parts have matrices. Throw Error.
void write_network_graphml(const Result& result, OutputFile& file);
void write_network_gexf(const Result& result, OutputFile& file);

}  // namespace reprise::detail
