// A mobility model and a routing protocol in the style of ns-3, on Heliograph.
//
// A simulation of ns-3 asks each node's MobilityModel for its place, and its Ipv4RoutingProtocol for the
// next hop of a packet. The few classes of ns-3 that matter here are written out below, so that this
// program needs nothing but Heliograph; in ns-3 their names stay and their bodies come from there.
//
// Prints, every 10 s of a simulated minute, the hops of a packet that is forwarded hop by hop, and its
// delay, beside what one query of the whole route says.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

#include "heliograph.hpp"

// What ns-3 brings.
namespace ns3 {

struct Vector {
    double x, y, z; // [m]
};

// The clock of the simulation.
struct Simulator {
    static double &now() // [s]
    {
        static double seconds = 0;
        return seconds;
    }
};

class MobilityModel {
public:
    virtual ~MobilityModel() = default;
    Vector GetPosition() const { return DoGetPosition(); }
    Vector GetVelocity() const { return DoGetVelocity(); }
    double GetDistanceFrom(const MobilityModel &other) const
    {
        const Vector a = GetPosition(), b = other.GetPosition();
        return std::hypot(a.x - b.x, a.y - b.y, a.z - b.z);
    }

private:
    virtual Vector DoGetPosition() const = 0;
    virtual Vector DoGetVelocity() const = 0;
};

class RoutingProtocol {
public:
    virtual ~RoutingProtocol() = default;
    // The node to which a packet for a destination goes next, or -1.
    virtual std::int32_t RouteOutput(std::int32_t node, std::int32_t destination) = 0;
};

} // namespace ns3

// The states of all satellites at the simulation's time, computed once for all of their models.
class Ephemeris {
public:
    Ephemeris(const helio_constellation *satellites, helio_instant epoch)
        : satellites_(satellites), epoch_(epoch)
    {
        std::size_t count = 0;
        heliograph::check(helio_constellation_count(satellites, &count));
        for (auto &plane : planes_)
            plane.resize(count);
    }

    // Coordinate k of a satellite: x, y, z [km], then vx, vy, vz [km/s], Earth-fixed.
    double value(int k, std::size_t satellite)
    {
        const double now = ns3::Simulator::now();
        if (now != seconds_) {
            const helio_planes planes = {
                planes_[0].data(), planes_[1].data(), planes_[2].data(), planes_[3].data(),
                planes_[4].data(), planes_[5].data(), nullptr, planes_[0].size(), HELIO_TIME_MAJOR};
            heliograph::check(
                helio_propagate(satellites_, epoch_, &now, 1, HELIO_EARTH_FIXED, &planes));
            seconds_ = now;
        }
        return planes_[k][satellite];
    }

private:
    const helio_constellation *satellites_;
    helio_instant epoch_;
    double seconds_ = NAN;
    std::vector<double> planes_[6];
};

// A satellite's place, Earth-fixed.
class SatelliteMobilityModel : public ns3::MobilityModel {
public:
    SatelliteMobilityModel(std::shared_ptr<Ephemeris> ephemeris, std::size_t satellite)
        : ephemeris_(std::move(ephemeris)), satellite_(satellite)
    {
    }

private:
    ns3::Vector DoGetPosition() const override { return vector(0); }
    ns3::Vector DoGetVelocity() const override { return vector(3); }
    ns3::Vector vector(int k) const
    {
        return {1e3 * ephemeris_->value(k, satellite_), 1e3 * ephemeris_->value(k + 1, satellite_),
                1e3 * ephemeris_->value(k + 2, satellite_)};
    }

    std::shared_ptr<Ephemeris> ephemeris_;
    std::size_t satellite_;
};

// Next hops towards all ground stations, found anew every so many seconds.
class MeshRoutingProtocol : public ns3::RoutingProtocol {
public:
    MeshRoutingProtocol(const heliograph::Network &network, double interval_s)
        : network_(network), interval_s_(interval_s)
    {
    }

    std::int32_t RouteOutput(std::int32_t node, std::int32_t destination) override
    {
        update();
        return next_hop_.at(row(destination) + node);
    }

    // One-way delay to a destination [s].
    double delay(std::int32_t node, std::int32_t destination)
    {
        update();
        return latency_s_.at(row(destination) + node);
    }

    // The mesh of the last update.
    const helio_mesh *mesh()
    {
        update();
        return mesh_.get();
    }

    std::size_t satellite_count() { return size_.satellite_count; }

private:
    std::size_t row(std::int32_t destination) const
    {
        return (destination - size_.satellite_count) * size_.node_count;
    }

    void update()
    {
        const double time = std::floor(ns3::Simulator::now() / interval_s_) * interval_s_;
        if (mesh_ && time == updated_s_)
            return;
        mesh_ = heliograph::mesh_at(network_, time);
        heliograph::check(helio_mesh_measure(mesh_.get(), &size_));
        std::size_t needed = 0;
        heliograph::check(
            helio_forwarding(mesh_.get(), nullptr, 0, nullptr, nullptr, 0, &needed));
        next_hop_.resize(needed);
        latency_s_.resize(needed);
        heliograph::check(helio_forwarding(mesh_.get(), nullptr, 0, next_hop_.data(),
                                           latency_s_.data(), needed, nullptr));
        updated_s_ = time;
    }

    const heliograph::Network &network_;
    double interval_s_;
    double updated_s_ = NAN;
    heliograph::Mesh mesh_;
    helio_mesh_size size_{};
    std::vector<std::int32_t> next_hop_;
    std::vector<double> latency_s_;
};

int main()
try {
    const helio_shell shell = {"S1", 72, 22, 53.0, 550.0, HELIO_PHASING_WALKER, 39.0, 360.0};
    const helio_station stations[] = {{"London", 51.51, -0.13, 0.0},
                                      {"New York", 40.71, -74.01, 0.0},
                                      {"Tokyo", 35.68, 139.69, 0.0}};
    helio_instant epoch;
    heliograph::check(helio_instant_from_iso8601("2026-08-23T12:00:00Z", &epoch));

    helio_constellation *made = nullptr;
    heliograph::check(
        helio_constellation_from_walker(&shell, 1, epoch, HELIO_SGP4, HELIO_WGS72, &made));
    const heliograph::Constellation satellites(made);

    helio_network_options options;
    heliograph::check(helio_network_options_init(&options, sizeof options));
    options.epoch = epoch;
    helio_network *joined = nullptr;
    heliograph::check(helio_network_create(satellites.get(), &options, stations, 3, &joined));
    const heliograph::Network network(joined);

    const auto ephemeris = std::make_shared<Ephemeris>(satellites.get(), epoch);
    std::vector<SatelliteMobilityModel> models;
    for (std::size_t satellite = 0; satellite < 1584; ++satellite)
        models.emplace_back(ephemeris, satellite);

    MeshRoutingProtocol routing(network, 5.0);
    std::printf("time_s,hops,lasers_km,delay_ms,query_ms\n");
    for (int time = 0; time < 60; time += 10) {
        ns3::Simulator::now() = time;
        const std::int32_t source = 1584, destination = 1586;
        int hops = 0;
        double lasers_m = 0;
        for (std::int32_t node = source; node != destination; ++hops) {
            const std::int32_t next = routing.RouteOutput(node, destination);
            if (next == HELIO_NO_NODE || hops > 1587) {
                hops = -1;
                break;
            }
            if (node < 1584 && next < 1584)
                lasers_m += models[node].GetDistanceFrom(models[next]);
            node = next;
        }
        helio_route_summary route;
        heliograph::check(helio_route(routing.mesh(), source, destination, nullptr, 0, &route));
        std::printf("%d,%d,%.6f,%.9f,%.9f\n", time, hops, lasers_m / 1e3,
                    1e3 * routing.delay(source, destination), 1e3 * route.latency_s);
        if (hops + 1 != static_cast<int>(route.node_count))
            throw std::runtime_error("hop by hop is not the route of the query");
    }
    return 0;
} catch (const std::exception &error) {
    std::fprintf(stderr, "ns3_adapter: %s\n", error.what());
    return 70;
}
