using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Infrastructure.Series;

/// <summary>Which number stands for which subject. What is committed never changes, so it is asked for once.</summary>
internal sealed class SubjectNumbers
{
    private readonly ConcurrentDictionary<SeriesSubject, long> _numbers = new();
    private readonly ConcurrentDictionary<long, SeriesSubject> _subjects = new();
    private readonly ConcurrentDictionary<long, Guid> _sources = new();

    /// <summary>The numbers of these subjects, made within the transaction where there is none; what comes back is to be remembered after its commit.</summary>
    public async Task<Dictionary<SeriesSubject, long>> AssignAsync(
        DbConnection connection, Guid sourceId, IEnumerable<SeriesSubject> subjects, CancellationToken cancellationToken)
    {
        Dictionary<SeriesSubject, long> fresh = [];
        var source = SeriesSql.Bytes(sourceId);
        foreach (var subject in subjects)
        {
            if (fresh.ContainsKey(subject) || (_numbers.TryGetValue(subject, out var number) && _sources.GetValueOrDefault(number) == sourceId))
            {
                continue;
            }

            await using var command = SeriesSql.Command(
                connection,
                """
                INSERT INTO series_subject (kind, subject_id, name, source_id) VALUES (@kind, @id, @name, @source)
                ON CONFLICT (kind, subject_id, name) DO UPDATE SET source_id = excluded.source_id RETURNING no
                """,
                ("kind", (int)subject.Kind),
                ("id", SeriesSql.Bytes(subject.Id)),
                ("name", subject.Name),
                ("source", source));
            fresh[subject] = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        }

        return fresh;
    }

    /// <summary>Only what is committed may be remembered.</summary>
    public void Remember(Guid sourceId, Dictionary<SeriesSubject, long> fresh)
    {
        foreach (var (subject, number) in fresh)
        {
            Remember(number, subject, sourceId);
        }
    }

    /// <summary>A number that was assigned.</summary>
    public long Of(SeriesSubject subject, Dictionary<SeriesSubject, long> fresh) => fresh.TryGetValue(subject, out var just) ? just : _numbers[subject];

    /// <summary>The number of a subject, or null when nothing was ever kept of it.</summary>
    public async Task<long?> FindAsync(DbConnection connection, SeriesSubject subject, CancellationToken cancellationToken)
    {
        if (_numbers.TryGetValue(subject, out var known))
        {
            return known;
        }

        await using var command = SeriesSql.Command(
            connection,
            "SELECT no, source_id FROM series_subject WHERE kind = @kind AND subject_id = @id AND name = @name",
            ("kind", (int)subject.Kind),
            ("id", SeriesSql.Bytes(subject.Id)),
            ("name", subject.Name));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        Remember(reader.GetInt64(0), subject, SeriesSql.Id((byte[])reader[1]));
        return reader.GetInt64(0);
    }

    /// <summary>Who tells of it: the source of its latest batch.</summary>
    public async Task<byte[]> SourceOfAsync(DbConnection connection, long number, CancellationToken cancellationToken)
    {
        // Another node may have moved it to another router meanwhile.
        await using var command = SeriesSql.Command(connection, "SELECT source_id FROM series_subject WHERE no = @no", ("no", number));
        return await command.ExecuteScalarAsync(cancellationToken) as byte[] ?? [];
    }

    /// <summary>What the numbers stand for; those that are new here are read first.</summary>
    public async Task<Func<long, SeriesSubject?>> NamesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using (var count = SeriesSql.Command(connection, "SELECT COUNT(*) FROM series_subject"))
        {
            if (Convert.ToInt64(await count.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) == _subjects.Count)
            {
                return Name;
            }
        }

        await using var command = SeriesSql.Command(connection, "SELECT no, kind, subject_id, name, source_id FROM series_subject");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var number = reader.GetInt64(0);
            if (!_subjects.ContainsKey(number))
            {
                Remember(number, new SeriesSubject((SeriesSubjectKind)reader.GetInt32(1), SeriesSql.Id((byte[])reader[2]), reader.GetString(3)), SeriesSql.Id((byte[])reader[4]));
            }
        }

        return Name;
    }

    private SeriesSubject? Name(long number) => _subjects.TryGetValue(number, out var subject) ? subject : null;

    private void Remember(long number, SeriesSubject subject, Guid sourceId) => (_numbers[subject], _subjects[number], _sources[number]) = (number, subject, sourceId);
}
