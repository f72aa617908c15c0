#pragma once

#include "models/catalog/templatereader.h"

namespace waymark {

class OpenFolder;

/// What the file at `path` below `folder` holds; nothing: there is none. An error where it is a
/// link, too large or cannot be read.
[[nodiscard]] std::optional<Result<QByteArray>> fileBelow(const OpenFolder &folder,
                                                          const QByteArray &path);

/// Finds the templates of one source, folder by folder.
class TemplateSearch
{
public:
    explicit TemplateSearch(const Source &source, Catalog::Found found = {})
        : m_source(source)
        , m_reader(source)
        , m_found(std::move(found))
    {
    }

    void run();
    [[nodiscard]] const QList<CatalogEntry> &entries() const { return m_entries; }
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    /// Whether it ended early, as it was told to.
    [[nodiscard]] bool wasEnough() const { return m_wasEnough; }

private:
    void look(const OpenFolder &folder, const QString &path, int depth);
    void lookInside(const OpenFolder &folder, const QString &path, int depth);
    void checkIndex();

    Source m_source;
    TemplateReader m_reader;
    Catalog::Found m_found;
    bool m_wasEnough = false;
    QList<CatalogEntry> m_entries;
    QList<Problem> m_problems;
    int m_folders = 0;
};

/// Why a folder is looked at: `Search`, since it is somewhere in a source, or `Named`, since
/// someone said that it holds a template.
enum class LookReason : quint8 { Search, Named };

/// What the texts of a template in `folder`, which has to live as long as they are read, hold;
/// nothing: there is none. A `template.yaml` is one that says so, and one that no reader of YAML
/// gets anything out of; where there is no such, a file of another format; of a folder that was
/// named, any `template.yaml` is taken for one, so that what is wrong in it can be said. An error
/// where the folder cannot be read.
[[nodiscard]] Result<std::optional<TemplateTexts>> templateTexts(const OpenFolder &folder,
                                                                 LookReason reason);

} // namespace waymark
