using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Tables;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Levels;

internal sealed class OpticalReadings(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, ISettingsReader<CompanySettings> company, LightFigures figures, TimeProvider clock) : IOpticalReadings
{
    private const int AtOnce = 500;
    private const int MostWrong = 100;
    private const int Tries = 3;

    private static readonly TableLimits Limits = new(ReadingsFile.MostMegabytes, ReadingsFile.MostRows + TableLimits.RowsAbove);

    public async Task<Result<RecordedReadings>> RecordAsync(IReadOnlyList<NewReading> readings, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PortsWrite) is { } denied)
        {
            return denied;
        }

        if (readings is null or { Count: 0 or > NewReading.MostAtOnce })
        {
            return CommonErrors.Invalid([new FieldError("readings", readings is { Count: > 0 } ? "mapping.too_many_readings" : "common.required", NewReading.MostAtOnce)]);
        }

        var parser = new ReadingsParser(TimeZoneInfo.Utc, clock.UtcNow());
        List<FieldError> wrong = [.. readings.Index().SelectMany(r => WrongWith(parser, r.Item, r.Index))];
        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : await KeepAsync(readings, ReadingSource.Api, cancellationToken);
    }

    public async Task<Result<ReadingsImport>> ImportAsync(ReadingsFile file, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PortsWrite) is { } denied)
        {
            return denied;
        }

        var sheets = TableReader.Read(file.Content, Limits);
        if (!sheets.Succeeded)
        {
            return sheets.Error;
        }

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById((await company.GetAsync(cancellationToken)).BusinessZone, out var found) ? found : TimeZoneInfo.Utc;
        var read = new ReadingsParser(zone, clock.UtcNow()).Read(sheets.Value[0]);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var (good, wrong) = read.Value;
        var report = new ReadingsImport(good.Count + wrong.Count, wrong.Count, [.. wrong.Take(MostWrong)], null);
        if ((wrong.Count > 0 && !file.TakeGood) || good.Count == 0)
        {
            return report;
        }

        var kept = await KeepAsync(good, ReadingSource.File, cancellationToken);
        return kept.Succeeded ? report with { Recorded = kept.Value } : kept.Error;
    }

    private static IEnumerable<FieldError> WrongWith(ReadingsParser parser, NewReading reading, int index)
    {
        if (!PlainText.IsPlain(reading?.OntSerial))
        {
            yield return new FieldError($"readings[{index}]", PlainText.Code);
        }
        else if ((reading is null ? "common.required" : parser.Judge(reading)) is { } code)
        {
            yield return new FieldError($"readings[{index}]", code);
        }
    }

    // Two who give the same at once: whoever is later finds it there and goes on.
    private async Task<Result<RecordedReadings>> KeepAsync(IReadOnlyList<NewReading> readings, ReadingSource source, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            try
            {
                var (kept, fresh) = await KeepAsync(context, readings, source, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                await figures.KeepAsync(fresh, cancellationToken);
                return kept;
            }
            catch (DbUpdateException exception) when (exception.IsUniqueViolation())
            {
                if (attempt == Tries)
                {
                    return CommonErrors.VersionConflict;
                }
            }
        }
    }

    private static async Task<(RecordedReadings Kept, List<OpticalReading> Fresh)> KeepAsync(PortalDbContext context, IReadOnlyList<NewReading> readings, ReadingSource source, CancellationToken cancellationToken)
    {
        // As databases keep a moment: to the millisecond, so that the same one is found again.
        List<OpticalReading> rows =
        [
            .. readings.Select(r => new OpticalReading
            {
                OntSerial = DeviceCodes.SerialOf(r.OntSerial)!,
                AtUtc = Whole(r.AtUtc),
                RxDbm = r.RxDbm,
                TxDbm = r.TxDbm,
                Source = source,
            }).DistinctBy(r => (r.OntSerial, r.AtUtc)),
        ];
        var unplaced = 0;
        var added = new List<OpticalReading>();
        foreach (var some in rows.Chunk(AtOnce))
        {
            var serials = some.Select(r => r.OntSerial).Distinct().ToList();
            var (from, to) = (some.Min(r => r.AtUtc), some.Max(r => r.AtUtc));
            var known = (await context.Set<OpticalReading>().AsNoTracking().Where(r => serials.Contains(r.OntSerial) && r.AtUtc >= from && r.AtUtc <= to).Select(r => new { r.OntSerial, r.AtUtc }).ToListAsync(cancellationToken))
                .Select(r => (r.OntSerial, r.AtUtc)).ToHashSet();
            var placed = (await context.Set<Drop>().AsNoTracking().Where(d => d.OntSerial != null && serials.Contains(d.OntSerial)).Select(d => d.OntSerial!).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
            List<OpticalReading> fresh = [.. some.Where(r => !known.Contains((r.OntSerial, r.AtUtc)))];
            context.AddRange(fresh);
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
            added.AddRange(fresh);
            unplaced += some.Count(r => !placed.Contains(r.OntSerial));
        }

        return (new RecordedReadings(added.Count, readings.Count - added.Count, unplaced), added);
    }

    private static DateTime Whole(DateTime at)
    {
        var utc = at.Kind == DateTimeKind.Local ? at.ToUniversalTime() : DateTime.SpecifyKind(at, DateTimeKind.Utc);
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
