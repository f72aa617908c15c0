#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace waymark {

class FileSearchModel;
class LineList;
class ServiceSession;

/// Finds a text in all files that will be made.
class FileSearchPane final : public QWidget
{
    Q_OBJECT

public:
    FileSearchPane(ServiceSession &session, FileSearchModel &found, QWidget *parent = nullptr);

    /// Shows it with `text`, ready to type.
    void start(const QString &text);

Q_SIGNALS:
    void followed(const QModelIndex &found);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();

    ServiceSession &m_session;
    FileSearchModel &m_found;
    QLineEdit *m_needle;
    QLabel *m_summary;
    LineList *m_list;
};

} // namespace waymark
