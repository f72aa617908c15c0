#pragma once

#include "models/yaml/yamlnode.h"

#include <variant>

namespace waymark {

struct YamlScalar
{
    QString text;
    Value value;
    YamlNode::Style style = YamlNode::Style::Plain;
};

struct YamlNode::Content
{
    std::variant<YamlScalar, QList<YamlNode>, QList<YamlNode::Entry>> data;
    QString tag = {};
    QString anchor = {};
};

} // namespace waymark
