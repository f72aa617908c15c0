#pragma once

#include "models/catalog/templatereader.h"

namespace waymark {

/// What the placeholders of one template may read.
struct PlaceholderFiles
{
    QByteArray place = {}; ///< Of the template's folder in its source, which they do not leave.
    /// By paths from the template's folder; "../f" is beside it. Not set: placeholders stay.
    TemplateFiles read = {};
};

/// A template's document with what its placeholders stand for.
struct FilledDocument
{
    YamlDocument document;
    QByteArrayList files = {}; ///< That they name, by the same paths, there or not.
    QList<Problem> problems = {};
};

/// `document` as Backstage's catalog takes it in: a map whose only key is `$text`, `$json` or
/// `$yaml` stands for what the file holds that it names. What a file holds is not looked through
/// again. All of it counts as standing where the file is named.
[[nodiscard]] FilledDocument withPlaceholders(const YamlDocument &document,
                                              const PlaceholderFiles &files);

/// Whether some placeholder may be in `content`.
[[nodiscard]] bool mayHavePlaceholders(const QByteArray &content);

} // namespace waymark
