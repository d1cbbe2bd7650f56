// Who shares with whom, as XML of two formats.
//
//     1. links: everything that two documents share, an edge for each thing: (0, 3) with jaccard
//        0.4, (0, 3) with a passage, (0, 3) with another
//     2. those of the same two documents are one edge: (0, 3) with jaccard 0.4 and two passages
//     3. its weight: the largest of the shares
//     4. nodes and edges, one behind another, with their attributes from two lists
//
// Cost: a sort of the links; 48 bytes an edge, and 0.5 µs to write one.
#include "reprise/report/tables/network.h"

#include <algorithm>
#include <array>

#include "reprise/io/piece_writer.h"
#include "reprise/report/tables/table.h"
#include "reprise/report/tables/xml.h"
#include "reprise/result/matrices.h"

namespace reprise::detail {
namespace {

// What a node or an edge says beside its ends, its label and its weight: both formats know these
// types.
template <class Of>
struct Attribute {
  const char* name;
  const char* type;
  TableCell (*cell)(const Of&);
};

struct Node {
  const Result& result;
  DocumentId document;
  const Document& read() const { return result.documents[document]; }
};

constexpr std::array<Attribute<Node>, 8> of_nodes{
    {{"filename", "string",
      [](const Node& n) -> TableCell {
        return n.read().where;
      }},
     {"title", "string",
      [](const Node& n) {
        return cell_of(text_or_nothing(n.read().title));
      }},
     {"series", "string",
      [](const Node& n) {
        return cell_of(text_or_nothing(n.read().source));
      }},
     {"date", "string",
      [](const Node& n) {
        return cell_of(text_or_nothing(n.read().date));
      }},
     {"url", "string",
      [](const Node& n) {
        return cell_of(text_or_nothing(n.read().url));
      }},
     {"words", "long",
      [](const Node& n) -> TableCell {
        return n.result.words[n.document];
      }},
     {"cluster", "long",
      [](const Node& n) {
        return cell_of(n.result.cluster_of[n.document]);
      }},
     {"story", "long", [](const Node& n) -> TableCell {
        return n.result.stories[n.document];
      }}}};

struct Edge {
  DocumentPair pair;
  double jaccard = 0;
  double reused = 0;
  uint32_t passages = 0;
  uint32_t points = 0;
  double weight = 0;
  bool counts_passages = true;  // they are, where they are reported: a saved report has them too
};

constexpr std::array<Attribute<Edge>, 4> of_edges{
    {{"jaccard", "double",
      [](const Edge& e) -> TableCell {
        return e.jaccard;
      }},
     {"reused", "double",
      [](const Edge& e) -> TableCell {
        return e.reused;
      }},
     {"passages", "long",
      [](const Edge& e) -> TableCell {
        return e.counts_passages ? cell_of(e.passages) : TableCell();
      }},
     {"points", "long", [](const Edge& e) -> TableCell {
        return e.points;
      }}}};

Edge edge_between(DocumentId a, DocumentId b) {
  Edge edge;
  edge.pair = {std::min(a, b), std::max(a, b)};
  return edge;
}

// Returns everything that two documents share, an edge for each thing.
std::vector<Edge> links(const Result& result) {
  std::vector<Edge> edges;
  const auto add = [&](DocumentId a, DocumentId b) -> Edge& {
    return edges.emplace_back(edge_between(a, b));
  };
  for (const Matrix::Entry& e : matrix_of(result, MatrixMeasure::jaccard).entries) {
    if (e.from < e.to) {
      add(e.from, e.to).jaccard = e.value;
    }
  }
  for (const Matrix::Entry& e : matrix_of(result, MatrixMeasure::passages).entries) {
    add(e.from, e.to).reused = e.value;
  }
  for (const Matrix::Entry& e : matrix_of(result, MatrixMeasure::points).entries) {
    if (e.from < e.to) {
      add(e.from, e.to).points = static_cast<uint32_t>(e.value);
    }
  }
  for (const Passage& p : result.passages) {
    add(result.units[p.unit_a].document, result.units[p.unit_b].document).passages = 1;
  }
  return edges;
}

double weight_of(const Edge& e, const std::vector<double>& own_points) {
  const double fewer = std::min(own_points[e.pair.a], own_points[e.pair.b]);
  return std::max({e.jaccard, e.reused, fewer > 0 ? e.points / fewer : 0});
}

// Returns an edge for each two documents that share something, ascending.
std::vector<Edge> edges_of(const Result& result) {
  std::vector<Edge> all = links(result);
  std::sort(all.begin(), all.end(), [](const Edge& x, const Edge& y) { return x.pair < y.pair; });
  std::vector<Edge> edges;
  for (const Edge& link : all) {
    if (edges.empty() || edges.back().pair != link.pair) {
      edges.push_back(edge_between(link.pair.a, link.pair.b));
    }
    Edge& edge = edges.back();
    edge.jaccard = std::max(edge.jaccard, link.jaccard);
    edge.reused = std::max(edge.reused, link.reused);
    edge.points = std::max(edge.points, link.points);
    edge.passages += link.passages;
  }
  for (Edge& edge : edges) {
    edge.weight = weight_of(edge, matrix_of(result, MatrixMeasure::points).diagonal);
    edge.counts_passages = result.options.parts.passages;
  }
  // A passage between two titles is no share of a text, and a weight of 0 is none to those who read
  // this.
  std::erase_if(edges, [](const Edge& edge) { return edge.weight == 0; });
  return edges;
}

// Returns the cell as it stands in XML; nothing if there is none.
std::optional<std::string> xml_of(const TableCell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) {
    return std::nullopt;
  }
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return xml_escaped(*text);
  }
  std::string number;
  append_csv_cell(number, cell);
  return number;
}

std::string node_id(DocumentId document) {
  return "n" + std::to_string(document);
}

std::string ends_of(const Edge& edge) {
  return xml_attribute("source", node_id(edge.pair.a)) +
         xml_attribute("target", node_id(edge.pair.b));
}

constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// GraphML: everything is data with a declared key, label and weight too.
std::string graphml_key(const char* element, const char* name, const char* type) {
  return "<key" + xml_attribute("id", name) + xml_attribute("for", element) +
         xml_attribute("attr.name", name) + xml_attribute("attr.type", type) + "/>\n";
}

template <class Attributes>
std::string graphml_keys(const char* element, const Attributes& attributes) {
  std::string all;
  for (const auto& attribute : attributes) {
    all += graphml_key(element, attribute.name, attribute.type);
  }
  return all;
}

std::string graphml_data(const char* name, const TableCell& cell) {
  const auto value = xml_of(cell);
  return value ? "<data" + xml_attribute("key", name) + ">" + *value + "</data>" : "";
}

template <class Attributes, class Of>
std::string graphml_values(const Attributes& attributes, const Of& of) {
  std::string all;
  for (const auto& attribute : attributes) {
    all += graphml_data(attribute.name, attribute.cell(of));
  }
  return all;
}

// GEXF: label and weight belong to the format, the attributes are declared by number.
template <class Attributes>
std::string gexf_attributes(const char* element, const Attributes& attributes) {
  std::string all = "<attributes" + xml_attribute("class", element) + ">\n";
  for (size_t i = 0; i < attributes.size(); ++i) {
    all += "<attribute" + xml_attribute("id", i) + xml_attribute("title", attributes[i].name) +
           xml_attribute("type", attributes[i].type) + "/>\n";
  }
  return all + "</attributes>\n";
}

template <class Attributes, class Of>
std::string gexf_values(const Attributes& attributes, const Of& of) {
  std::string all = "><attvalues>";
  for (size_t i = 0; i < attributes.size(); ++i) {
    const auto value = xml_of(attributes[i].cell(of));
    if (value) {
      all += "<attvalue" + xml_attribute("for", i) + " value=\"" + *value + "\"/>";
    }
  }
  return all + "</attvalues>";
}

}  // namespace

void write_network_graphml(const Result& result, OutputFile& file) {
  PieceWriter out(file);
  out.text().append(declaration) += "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  out.text() += graphml_key("node", "label", "string") + graphml_keys("node", of_nodes);
  out.text() += graphml_key("edge", "weight", "double") + graphml_keys("edge", of_edges);
  out.text() += "<graph edgedefault=\"undirected\">\n";
  for (DocumentId d; d < result.documents.size(); ++d) {
    out.text() += "<node" + xml_attribute("id", node_id(d)) + ">" +
                  graphml_data("label", result.documents[d].id) +
                  graphml_values(of_nodes, Node{result, d}) + "</node>\n";
    out.pass_on();
  }
  for (const Edge& edge : edges_of(result)) {
    out.text() += "<edge" + ends_of(edge) + ">" + graphml_data("weight", edge.weight) +
                  graphml_values(of_edges, edge) + "</edge>\n";
    out.pass_on();
  }
  out.text() += "</graph>\n</graphml>\n";
  out.finish();
}

void write_network_gexf(const Result& result, OutputFile& file) {
  PieceWriter out(file);
  out.text().append(declaration) +=
      "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n";
  out.text() += "<graph mode=\"static\" defaultedgetype=\"undirected\">\n";
  out.text() += gexf_attributes("node", of_nodes) + gexf_attributes("edge", of_edges) + "<nodes>\n";
  for (DocumentId d; d < result.documents.size(); ++d) {
    out.text() += "<node" + xml_attribute("id", node_id(d)) +
                  xml_attribute("label", result.documents[d].id) +
                  gexf_values(of_nodes, Node{result, d}) + "</node>\n";
    out.pass_on();
  }
  out.text() += "</nodes>\n<edges>\n";
  size_t number = 0;
  for (const Edge& edge : edges_of(result)) {
    out.text() += "<edge" + xml_attribute("id", number++) + ends_of(edge) + " weight=\"" +
                  *xml_of(edge.weight) + "\"" + gexf_values(of_edges, edge) + "</edge>\n";
    out.pass_on();
  }
  out.text() += "</edges>\n</graph>\n</gexf>\n";
  out.finish();
}

}  // namespace reprise::detail
