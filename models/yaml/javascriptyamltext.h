#pragma once

#include "models/yaml/javascriptyaml.h"

#include <QString>

namespace waymark {

/// Where a scalar is written.
struct JavaScriptYamlPlace
{
    QString indent = {}; ///< Of lines behind the first.
    qsizetype column = -1; ///< Where its first line starts; -1: like the others.
    bool isKey = false; ///< On one line with its value.
    bool isInFlow = false;
};

/// `text` as the package writes it there: plain, quoted or as a block.
[[nodiscard]] QString javaScriptYamlText(const QString &text, const JavaScriptYamlPlace &place,
                                         const JavaScriptYaml &options);

} // namespace waymark
