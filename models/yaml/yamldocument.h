#pragma once

#include "models/base/problem.h"
#include "models/yaml/yamlnode.h"

#include <memory>

namespace waymark {

class SourceText;

/// One document of a YAML text: its tree, and the text itself, so that a problem found in it later
/// can be shown at its place. Cheap to copy.
class YamlDocument
{
public:
    YamlDocument(YamlNode root, std::shared_ptr<const SourceText> source);

    [[nodiscard]] const YamlNode &root() const { return m_root; }
    /// The same text, with other contents read from it.
    [[nodiscard]] YamlDocument withRoot(const YamlNode &root) const { return {root, m_source}; }
    [[nodiscard]] Value toValue() const { return m_root.toValue(); }
    /// The name of the file as it was handed to the parser.
    [[nodiscard]] QString file() const;

    /// `problem` with the file, `position` and the line at it filled in.
    [[nodiscard]] Problem placed(Problem problem, SourcePosition position) const;

private:
    YamlNode m_root;
    std::shared_ptr<const SourceText> m_source;
};

} // namespace waymark
