#ifndef HELIOGRAPH_COPENSSL_SHIM_H
#define HELIOGRAPH_COPENSSL_SHIM_H

#include <openssl/evp.h>

#endif
