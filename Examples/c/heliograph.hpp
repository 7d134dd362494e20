// Handles of heliograph.h that give themselves up, and failures as exceptions, for C++17.
#ifndef HELIOGRAPH_HPP
#define HELIOGRAPH_HPP

#include <memory>
#include <stdexcept>
#include <string>

#include "heliograph.h"

namespace heliograph {

// A call that failed, with its sentence.
class Error : public std::runtime_error {
public:
    explicit Error(helio_status status) : std::runtime_error(helio_last_error()), status(status) {}
    const helio_status status;
};

inline void check(helio_status status)
{
    if (status != HELIO_OK)
        throw Error(status);
}

template <typename Object, helio_status (*free_object)(Object *)>
struct Free {
    void operator()(Object *object) const noexcept { free_object(object); }
};

using Constellation =
    std::unique_ptr<helio_constellation, Free<helio_constellation, helio_constellation_free>>;
using Network = std::unique_ptr<helio_network, Free<helio_network, helio_network_free>>;
using Mesh = std::unique_ptr<helio_mesh, Free<helio_mesh, helio_mesh_free>>;
using Contacts = std::unique_ptr<helio_contacts, Free<helio_contacts, helio_contacts_free>>;

inline Mesh mesh_at(const Network &network, double seconds)
{
    helio_mesh *mesh = nullptr;
    check(helio_mesh_create(network.get(), seconds, &mesh));
    return Mesh(mesh);
}

} // namespace heliograph

#endif
