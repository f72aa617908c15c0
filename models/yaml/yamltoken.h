#pragma once

#include "models/yaml/yamlnode.h"

#include <QString>

namespace waymark {

/// Why reading a document ends, and where (in bytes); thrown and caught in this folder only.
struct YamlFault
{
    qsizetype offset = 0;
    QString code;
    QString message;
    QString hint = {};
};

/// Ends a document since the reader was asked to stop.
[[noreturn]] void failAsStopped(qsizetype offset);

/// A piece of YAML text by the grammar of YAML 1.2; the names are those of its specification.
struct YamlToken
{
    enum class Type : quint8 {
        Directive,
        DocumentStart,
        DocumentEnd,
        BlockSequenceStart,
        BlockMappingStart,
        BlockEnd,
        FlowSequenceStart,
        FlowSequenceEnd,
        FlowMappingStart,
        FlowMappingEnd,
        BlockEntry,
        FlowEntry,
        Key,
        Value,
        Alias,
        Anchor,
        Tag,
        Scalar,
        StreamEnd,
    };

    Type type = Type::StreamEnd;
    YamlNode::Style style = YamlNode::Style::Plain;
    qint16 indent = 0; ///< Of a block scalar: how many blanks begin each of its lines.
    qsizetype begin = 0; ///< Bytes.
    qsizetype end = 0;
};

} // namespace waymark
