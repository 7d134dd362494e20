// Times Boost's Dijkstra on a mesh that BenchRouting exported: the next hops of all nodes to all
// stations, one thread.
//
//     boost_forwarding MESH
//
// As in routing.py each station is a node where packets start and one where they end. Prints one line
// of JSON.

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <limits>
#include <utility>
#include <vector>

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, double>>;

int main(int argc, char **argv) {
    if (argc < 2) return 64;
    std::ifstream file(argv[1]);
    int satellites, nodes, links;
    if (!(file >> satellites >> nodes >> links)) return 65;
    const int stations = nodes - satellites, count = nodes + stations;
    std::vector<std::pair<int, int>> ends;
    std::vector<double> lengths;
    // Reversed, from the destinations: predecessors are then next hops.
    auto add = [&](int a, int b, double km) { ends.emplace_back(b, a); lengths.push_back(km); };
    int a, b;
    double km;
    while (file >> a >> b >> km) {
        if (b < satellites) { add(a, b, km); add(b, a, km); }
        else if (a < satellites) { add(b, a, km); add(a, b + stations, km); }
    }
    const Graph graph(ends.begin(), ends.end(), lengths.begin(), count);
    std::vector<double> cost(count);
    std::vector<Graph::vertex_descriptor> next(count);
    double least = std::numeric_limits<double>::infinity(), total = 0;
    for (int run = 0; run < 5; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        total = 0;
        for (int goal = nodes; goal < count; ++goal) {
            boost::dijkstra_shortest_paths(
                graph, goal,
                boost::distance_map(cost.data()).predecessor_map(next.data()));
            for (int node = satellites; node < nodes; ++node)
                if (node != goal - stations && cost[node] < 1e300) total += cost[node];
        }
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
        if (time.count() < least) least = time.count();
    }
    std::printf("{\"name\": \"boost-forwarding\", \"unit\": \"ms/snapshot\", \"value\": %.6f, \"checksum\": %.9f}\n", least, total);
}
