#pragma once

#include "models/base/json.h"
#include "models/catalog/catalog.h"
#include "models/catalog/cookiecutterreader.h"
#include "models/catalog/form.h"

namespace waymark::testing {

/// A Cookiecutter template that is nowhere but in memory. In its JSON ' stands for ".
class CookiecutterTemplate
{
public:
    explicit CookiecutterTemplate(const QByteArray &variables)
    {
        file("cookiecutter.json", QByteArray(variables).replace('\'', '"'));
    }

    CookiecutterTemplate &file(const QByteArray &path, const QByteArray &content,
                               FileMode mode = FileMode::Regular)
    {
        m_files += {.path = path, .mode = mode, .content = content};
        return *this;
    }
    /// The same below the project's folder.
    CookiecutterTemplate &made(const QByteArray &path, const QByteArray &content,
                               FileMode mode = FileMode::Regular)
    {
        return file("{{cookiecutter.name}}/" + path, content, mode);
    }
    CookiecutterTemplate &folder(const QByteArray &path)
    {
        m_folders += "{{cookiecutter.name}}/" + path;
        return *this;
    }

    [[nodiscard]] LoadedTemplate loaded() const
    {
        LoadedTemplate loaded;
        loaded.tree = TemplateTree(m_files, m_folders);
        loaded.entry.source = {.name = QStringLiteral("tests"), .folder = QStringLiteral("/t")};
        loaded.entry.definition = readCookiecutterTemplate(
            loaded.tree.find("cookiecutter.json")->content, QStringLiteral("/t/cookiecutter.json"),
            [&](const QByteArray &path) -> std::optional<Result<QByteArray>> {
                const TemplateFile *found = loaded.tree.find(path);
                return found ? std::optional(Result<QByteArray>(found->content)) : std::nullopt;
            });
        return loaded;
    }

    /// Its form with answers in JSON.
    [[nodiscard]] Form form(const QByteArray &answers = "{}") const
    {
        const auto given = parseJson(QByteArray(answers).replace('\'', '"'));
        if (!given || !given->toMap())
            qFatal("no answers: %s", answers.constData());
        return Form(loaded().entry.definition.form, *given->toMap());
    }

private:
    QList<TemplateFile> m_files;
    QList<QByteArray> m_folders;
};

} // namespace waymark::testing
