#pragma once

#include "models/items/sidebyside.h"
#include "models/jobs/worker.h"

namespace waymark {

/// What is to be compared.
struct DiffRequest
{
    QByteArray before = {};
    QByteArray after = {};
    DiffText::Extent extent = DiffText::Extent::Changes;
    bool isBeside = false; ///< Side by side, too.
    friend bool operator==(const DiffRequest &, const DiffRequest &) = default;
};

/// A file before and after, compared.
struct Comparison
{
    DiffText unified = {};
    SideBySide sides = {}; ///< Empty where it was not asked for, or nothing differs.
};

/// As `request` says; ends early, with anything, once `stop` is requested.
[[nodiscard]] Comparison comparisonOf(const DiffRequest &request, const std::stop_token &stop = {});

/// Compares files: small ones at once, large ones off the thread that owns it. The newest wins.
class DiffWork final : public QObject
{
    Q_OBJECT

public:
    /// Bytes, of both texts, that are compared at once.
    static constexpr qsizetype mostAtOnce = qsizetype{64} * 1024;

    explicit DiffWork(Worker::Executor execute = {}, QObject *parent = nullptr);

    void compare(const DiffRequest &request); ///< ready() follows, in place or later.
    [[nodiscard]] bool isWorking() const { return m_isWorking; }

Q_SIGNALS:
    void ready(const waymark::Comparison &comparison);

private:
    void finish(const Comparison &comparison);

    bool m_isWorking = false;
    Worker m_worker;
};

} // namespace waymark
