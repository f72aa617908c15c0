#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <QByteArray>

namespace waymark {

/// The one document of a YAML file that a step reads.
[[nodiscard]] Result<Value> yamlData(const QByteArray &content, const QByteArray &path);
/// All documents of it.
[[nodiscard]] Result<List> allYamlData(const QByteArray &content, const QByteArray &path);

/// What happens to a list that both have.
enum class ListMerge : quint8 {
    Replace, ///< The later one stands.
    Join, ///< Both, one behind the other; what is no list or map stands once.
};

/// `given` with `more` merged into it, as lodash's mergeWith() does for the actions of RoadieHQ:
/// maps are merged key by key.
[[nodiscard]] Value merged(const Value &given, const Value &more, ListMerge lists);
/// The same of all the data of two files: lists are merged place by place.
[[nodiscard]] Value mergedData(const Value &given, const Value &more, ListMerge lists);

/// How many blanks or tabs a level of `text` is indented by most often, as the package
/// detect-indent finds it; 0: by none.
[[nodiscard]] int indentOf(const QString &text);

} // namespace waymark
