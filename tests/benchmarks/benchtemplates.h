#pragma once

#include <QByteArray>
#include <QString>

namespace waymark::bench {

/// The folder of templates that is a source, with go-service in it, in the steps of which that
/// always run there are so many files: as many as they have, or copies of them in folders of their
/// own.
void writeGoService(const QString &source, qsizetype files);

/// So many small templates, each with a README of 400 words.
void writeManyTemplates(const QString &source, int count);

/// A template "huge" that asks for a name and makes huge.yaml, of about 10 MB, beside a small file.
/// The name is in every line or in two of them.
void writeHugeFile(const QString &source, bool isInEachLine);

/// A template "form" with so many questions, twenty a page, a tenth of them with choices.
void writeForm(const QString &source, int fields);
/// The same as a manifest.
[[nodiscard]] QByteArray formManifest(int fields);

/// So many words made of syllables, the same for the same seed.
[[nodiscard]] QString someWords(quint32 seed, int count);
/// One of them.
[[nodiscard]] QString someWord(quint32 number);

} // namespace waymark::bench
