// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/block_code.hpp>
#include <softlaw/choice.hpp>
#include <softlaw/coding.hpp>
#include <softlaw/cumulants.hpp>
#include <softlaw/derivative.hpp>
#include <softlaw/distribution.hpp>
#include <softlaw/entropy.hpp>
#include <softlaw/escort.hpp>
#include <softlaw/hessian.hpp>
#include <softlaw/information.hpp>
#include <softlaw/lattice.hpp>
#include <softlaw/logsumexp.hpp>
#include <softlaw/loss.hpp>
#include <softlaw/regression.hpp>
#include <softlaw/softmax.hpp>
#include <softlaw/softmin.hpp>
#include <softlaw/softplus.hpp>
#include <softlaw/taylor.hpp>

/// \file
/// The whole library.
