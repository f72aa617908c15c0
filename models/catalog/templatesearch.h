#pragma once

#include "models/catalog/templatereader.h"

namespace waymark {

class OpenFolder;

/// Finds the templates of one source, folder by folder.
class TemplateSearch
{
public:
    explicit TemplateSearch(const Source &source)
        : m_source(source)
        , m_reader(source)
    {
    }

    void run();
    [[nodiscard]] const QList<CatalogEntry> &entries() const { return m_entries; }
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }

private:
    void look(const OpenFolder &folder, const QString &path, int depth);
    void lookInside(const OpenFolder &folder, const QString &path, int depth);
    void checkIndex();

    Source m_source;
    TemplateReader m_reader;
    QList<CatalogEntry> m_entries;
    QList<Problem> m_problems;
    int m_folders = 0;
};

/// What the texts of a template in `folder` hold; nothing: there is none. Of a folder that the user
/// named (`isNamed`), any `template.yaml` is taken for one, so that what is wrong in it can be
/// said.
[[nodiscard]] Result<std::optional<TemplateTexts>> templateTexts(const OpenFolder &folder,
                                                                 bool isNamed);

} // namespace waymark
