// SPDX-License-Identifier: Apache-2.0
#pragma once

/// \file
/// The visibility of the library's interface.

/// Opens a namespace whose functions and classes a shared libsoftlaw exports; it hides all others.
#define SOFTLAW_API [[gnu::visibility("default")]]
