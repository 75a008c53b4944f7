using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>Human numbers PREFIX-YYYYMM-nnnnnn, counted per prefix and month without gaps: a rolled back transaction gives its numbers back.</summary>
internal static class HumanNumbers
{
    /// <summary>
    /// Takes <paramref name="count"/> numbers in a row. Must run inside the transaction that uses them; others that want the same series wait for its end.
    /// </summary>
    public static async Task<IReadOnlyList<string>> TakeNumbersAsync(this PortalDbContext context, string prefix, DateOnly on, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Numbers are taken inside the transaction that uses them: a rollback must give them back.");
        }

        var series = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{on:yyyyMM}");
        var next = context.Provider == StorageProvider.SqlServer
            ? await context.Database.SqlQuery<long>($"""
                MERGE number_sequences WITH (HOLDLOCK) AS target USING (SELECT {series} AS series) AS source ON target.series = source.series
                WHEN MATCHED THEN UPDATE SET next_value = target.next_value + {count}
                WHEN NOT MATCHED THEN INSERT (series, next_value) VALUES ({series}, {count} + 1)
                OUTPUT inserted.next_value AS [Value];
                """).ToListAsync(cancellationToken)
            : await context.Database.SqlQuery<long>($"""
                INSERT INTO number_sequences (series, next_value) VALUES ({series}, {count} + 1)
                ON CONFLICT (series) DO UPDATE SET next_value = number_sequences.next_value + {count}
                RETURNING next_value AS "Value"
                """).ToListAsync(cancellationToken);
        var first = next[0] - count;
        return [.. Enumerable.Range(0, count).Select(offset => string.Create(CultureInfo.InvariantCulture, $"{series}-{first + offset:000000}"))];
    }
}
