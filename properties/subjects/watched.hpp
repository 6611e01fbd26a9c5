// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <new>

#include "function/room.hpp"
#include "process/environment.hpp"
#include "subjects/subject.hpp"

namespace softlaw::properties {

/// Calls a function of a subject in this process.  However it fails, and whatever it leaves changed, is a
/// finding: Threw, Trespass or EnvironmentChanged.
template <class F>
Answer watched(const std::string& function, F&& call) {
  const EnvironmentGuard environment;
  Answer answer = [&]() -> Answer {
    try {
      return call();
    } catch (const Inexact&) {
      throw;
    } catch (const Trespass& trespass) {
      throw Trespass(function + " " + trespass.what());
    } catch (const std::bad_alloc&) {
      throw Threw("there is not enough memory");
    } catch (const std::exception& error) {
      throw Threw(error.what());
    } catch (...) {
      throw Threw("a non-standard exception");
    }
  }();
  if (std::string change = environment.change(); !change.empty()) {
    throw EnvironmentChanged(change, std::move(answer));
  }
  return answer;
}

}  // namespace softlaw::properties
