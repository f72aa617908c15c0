#include "models/yaml/yamldocument.h"

#include "models/yaml/sourcetext.h"

namespace waymark {

YamlDocument::YamlDocument(YamlNode root, std::shared_ptr<const SourceText> source)
    : m_root(std::move(root))
    , m_source(std::move(source))
{
}

QString YamlDocument::file() const
{
    return m_source->file();
}

Problem YamlDocument::placed(Problem problem, SourcePosition position) const
{
    return m_source->placed(std::move(problem), position);
}

} // namespace waymark
