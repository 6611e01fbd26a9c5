// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

// As much of JSON Schema (draft 4) as the schema of SARIF uses.
namespace softlaw::properties {

class Schema {
 public:
  explicit Schema(nlohmann::json root) : root_(std::move(root)) {}

  /// What is wrong with a document, each with its place; empty if it is valid.
  std::vector<std::string> errors_of(const nlohmann::json& document) const {
    std::vector<std::string> errors;
    check(root_, document, "", errors);
    return errors;
  }

 private:
  using Json = nlohmann::json;
  using Errors = std::vector<std::string>;

  static bool has_type(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == "null" && value.is_null();
  }

  void check(const Json& schema, const Json& value, const std::string& at, Errors& errors) const {
    const auto demand = [&](bool fact, const std::string& what) {
      if (!fact) errors.push_back(at + ": " + what);
    };
    if (schema.contains("$ref")) {
      const std::string pointer = schema["$ref"].get<std::string>().substr(1);
      return check(root_.at(Json::json_pointer(pointer)), value, at, errors);
    }
    if (schema.contains("type"))
      demand(has_type(value, schema["type"]), "not of type " + schema["type"].dump());
    if (schema.contains("enum")) {
      demand(std::ranges::count(schema["enum"], value) > 0,
             value.dump() + " is not one of " + schema["enum"].dump());
    }
    const auto valid = [&](const Json& one) {
      Errors none;
      check(one, value, at, none);
      return none.empty();
    };
    if (schema.contains("anyOf"))
      demand(std::ranges::any_of(schema["anyOf"], valid), "none of anyOf");
    if (schema.contains("oneOf")) {
      demand(std::ranges::count_if(schema["oneOf"], valid) == 1, "not one of oneOf");
    }
    if (value.is_number()) {
      if (schema.contains("minimum")) demand(value >= schema["minimum"], "below the minimum");
      if (schema.contains("maximum")) demand(value <= schema["maximum"], "above the maximum");
    }
    if (value.is_string() && schema.contains("pattern")) {
      demand(std::regex_search(value.get<std::string>(),
                               std::regex(schema["pattern"].get<std::string>())),
             value.dump() + " does not match " + schema["pattern"].dump());
    }
    if (value.is_array()) check_array(schema, value, at, errors);
    if (value.is_object()) check_object(schema, value, at, errors);
  }

  void check_array(const Json& schema, const Json& value, const std::string& at,
                   Errors& errors) const {
    if (schema.contains("minItems") && value.size() < schema["minItems"])
      errors.push_back(at + ": too few items");
    if (schema.value("uniqueItems", false)) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        if (std::count(value.begin(), value.end(), value[i]) > 1)
          errors.push_back(at + ": an item is there twice");
      }
    }
    if (!schema.contains("items")) return;
    for (std::size_t i = 0; i < value.size(); ++i)
      check(schema["items"], value[i], at + "/" + std::to_string(i), errors);
  }

  void check_object(const Json& schema, const Json& value, const std::string& at,
                    Errors& errors) const {
    const Json properties = schema.value("properties", Json::object());
    for (const auto& [name, each] : value.items()) {
      const std::string place = at + "/" + name;
      if (properties.contains(name)) {
        check(properties[name], each, place, errors);
      } else if (schema.contains("additionalProperties")) {
        const Json& others = schema["additionalProperties"];
        if (others.is_object()) check(others, each, place, errors);
        if (others == false) errors.push_back(place + ": there is no such property");
      }
    }
    for (const Json& name : schema.value("required", Json::array())) {
      if (!value.contains(name.get<std::string>()))
        errors.push_back(at + ": " + name.dump() + " is missing");
    }
  }

  Json root_;
};

}  // namespace softlaw::properties
