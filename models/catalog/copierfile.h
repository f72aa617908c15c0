#pragma once

#include "models/catalog/copiersettings.h"

#include <QByteArrayList>

#include <functional>

namespace waymark {

/// The files of a template that its `copier.yml` may include.
struct CopierFiles
{
    /// What the file at a path below the template's folder holds; nothing: there is none.
    std::function<std::optional<Result<QByteArray>>(const QByteArray &path)> read = {};
    std::function<QByteArrayList()> list = {}; ///< The paths of all files.
};

/// The documents of `copier.yml` and of all that it includes, put together as Copier does: of a key
/// that several have the last counts, but what some settings list is added up.
class CopierFile
{
public:
    struct Entry
    {
        QString key;
        CopierPlace keyPlace;
        CopierPlace place; ///< Of the value; of one that was added up, the first.
        Value value = {};
    };

    /// What is wrong is in problems(); what could be read is there nevertheless.
    CopierFile(const QByteArray &content, const QString &file, const CopierFiles &files);

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    /// The first document; nothing: there is none.
    [[nodiscard]] const std::optional<CopierPlace> &root() const { return m_root; }
    /// What stands at `place`, with what it includes.
    [[nodiscard]] Value valueAt(const CopierPlace &place) { return valueOf(place); }
    /// Adds an error, or what `severity` says, at `place`.
    void complain(const CopierPlace &place, const QString &code, const QString &message,
                  const QString &hint = {}, Severity severity = Severity::Error);

private:
    void readText(const QByteArray &content, const QString &file);
    void takeDocument(const CopierPlace &place);
    void takeMap(const CopierPlace &place);
    void add(const Entry &entry);
    [[nodiscard]] Value valueOf(const CopierPlace &place);
    void eachIncluded(const CopierPlace &place,
                      const std::function<void(const CopierPlace &)> &take);
    void takeIncluded(const CopierPlace &place, const QByteArray &path,
                      const std::function<void(const CopierPlace &)> &take);
    void refuseMore(const CopierPlace &place, const QString &message, const QString &hint);
    [[nodiscard]] QList<YamlDocument> documentsOf(const QByteArray &content, const QString &file);
    [[nodiscard]] QByteArrayList includedPaths(const CopierPlace &place);
    [[nodiscard]] bool isKnownTag(const CopierPlace &place);

    const CopierFiles &m_files;
    QString m_file;
    QList<Entry> m_entries;
    QList<Problem> m_problems;
    std::optional<CopierPlace> m_root;
    QByteArrayList m_including; ///< The files that are being read, each included by the one before.
    int m_included
        = 0; ///< How many files were included altogether, a file that is twice counts so.
    qsizetype m_includedBytes = 0; ///< How much these hold.
    bool m_isEndless = false; ///< Nothing is included any more: it would not come to an end.
};

} // namespace waymark
