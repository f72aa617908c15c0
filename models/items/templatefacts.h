#pragma once

#include "models/items/madefilesmodel.h"
#include "models/items/questionsmodel.h"

namespace waymark {

/// What the page of one template tells beside its own words: what it asks and makes, found out off
/// the window's thread. The template that was chosen last wins.
class TemplateFacts final : public QObject
{
    Q_OBJECT

public:
    /// `execute` as for a Worker: empty for threads.
    explicit TemplateFacts(Worker::Executor execute = {}, QObject *parent = nullptr);

    /// What was known of another template is gone at once; of the same one, it stays until there is
    /// something newer.
    void show(const CatalogEntry &entry);
    void clear();

    [[nodiscard]] QAbstractItemModel &files() { return m_files; }
    [[nodiscard]] QAbstractItemModel &questions() { return m_questions; }
    [[nodiscard]] bool isReading() const { return m_job.isRunning(); }
    /// "17 files"; empty while it is not known.
    [[nodiscard]] QString filesText() const;
    /// "2 needed, 16 can stay as they are"
    [[nodiscard]] QString questionsText() const { return m_questions.summary(); }
    /// What has to be known about the files: that they are not exactly those that would be made.
    [[nodiscard]] QString filesNote() const;
    /// Why the template could not be read, or not rendered.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// What is wrong in a broken template, as TemplateExample has it.
    [[nodiscard]] const QMap<QString, QByteArray> &faulty() const { return m_faulty; }
    /// The picture at `path` below the template's folder; empty: there is none.
    [[nodiscard]] QByteArray picture(const QString &path) const { return m_pictures.value(path); }
    [[nodiscard]] bool hasPictures() const { return !m_pictures.isEmpty(); }

Q_SIGNALS:
    void changed();

private:
    void take(const TemplateExample &example, bool isKnown = true);

    QString m_key;
    MadeFilesModel m_files;
    QuestionsModel m_questions;
    qsizetype m_fileCount = 0;
    bool m_isKnown = false;
    bool m_isRendered = false;
    std::optional<Problem> m_problem;
    QMap<QString, QByteArray> m_faulty;
    QMap<QString, QByteArray> m_pictures;
    ExampleJob m_job; ///< Last, so that it ends before anything that it tells is gone.
};

} // namespace waymark
