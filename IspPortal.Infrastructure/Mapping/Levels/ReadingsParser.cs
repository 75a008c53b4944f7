using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Inventory;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Levels;

namespace IspPortal.Infrastructure.Mapping.Levels;

/// <summary>Reads rows of readings as OLTs and technicians write them.</summary>
internal sealed class ReadingsParser(TimeZoneInfo zone, DateTime nowUtc)
{
    private static readonly string[] Serial = ["serial", "sn", "serialnumber", "ontserial", "ontsn", "onusn", "onuserial", "nomorseri", "noseri"];
    private static readonly string[] Rx = ["rx", "rxdbm", "rxpower", "rxpowerdbm", "redaman", "onurx", "onurxdbm", "level"];
    private static readonly string[] Time = ["time", "waktu", "at", "atutc", "timestamp", "tanggal", "date", "datetime"];
    private static readonly string[] Tx = ["tx", "txdbm", "txpower", "txpowerdbm", "onutx"];
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "dd-MM-yyyy HH:mm", "dd-MM-yyyy HH:mm:ss"];

    /// <summary>How much a clock may be ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>The readings and the wrong rows of a sheet whose first row may be a heading.</summary>
    public Result<(List<NewReading> Good, List<WrongReading> Wrong)> Read(TableSheet sheet)
    {
        string[] keys = [.. sheet.Rows[0].Cells.Select(ColumnNames.KeyOf)];
        int[] columns = [IndexOf(keys, Serial), IndexOf(keys, Rx), IndexOf(keys, Time), IndexOf(keys, Tx)];
        var hasHeading = columns.Any(c => c >= 0);
        if (!hasHeading)
        {
            columns = [0, 1, 2, 3];
        }

        if (columns[..3].Any(c => c < 0) || sheet.Rows[0].Cells.Count < 3)
        {
            return MappingErrors.NoReadingColumns;
        }

        var (good, wrong) = (new List<NewReading>(), new List<WrongReading>());
        foreach (var row in sheet.Rows.Skip(hasHeading ? 1 : 0))
        {
            var read = Read(row[columns[0]], row[columns[1]], row[columns[2]], row[columns[3]]);
            if (read.Reading is { } reading)
            {
                good.Add(reading);
            }
            else
            {
                wrong.Add(new WrongReading(row.Number, read.Code!, string.Join(" ; ", row.Cells)));
            }
        }

        return (good, wrong);
    }

    /// <summary>What is wrong with a reading, by field; nothing for a good one.</summary>
    public string? Judge(NewReading reading) =>
        DeviceCodes.SerialOf(reading.OntSerial) is null ? "inventory.not_a_serial"
        : reading.RxDbm is not (>= NewReading.LeastDbm and <= NewReading.MostRxDbm) || reading.TxDbm is not (null or (>= NewReading.LeastDbm and <= NewReading.MostTxDbm)) ? "mapping.not_a_level"
        : reading.AtUtc > nowUtc + Ahead || reading.AtUtc.Year < 2000 ? "mapping.not_a_moment"
        : null;

    private (NewReading? Reading, string? Code) Read(string serial, string rx, string time, string tx)
    {
        if (LevelOf(rx) is not { } level || (tx.Length > 0 && LevelOf(tx) is null))
        {
            return (null, "mapping.not_a_level");
        }

        if (MomentOf(time) is not { } at)
        {
            return (null, "mapping.not_a_moment");
        }

        var reading = new NewReading(serial, at, level, tx.Length > 0 ? LevelOf(tx) : null);
        return Judge(reading) is { } code ? (null, code) : (reading, null);
    }

    // -24,5 dBm as well as −24.50: a comma is no separator of thousands here.
    private static double? LevelOf(string text)
    {
        var digits = text.Replace('−', '-').Replace(',', '.').Trim();
        digits = digits.EndsWith("dBm", StringComparison.OrdinalIgnoreCase) ? digits[..^3].Trim() : digits;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && double.IsFinite(level) ? level : null;
    }

    private DateTime? MomentOf(string text)
    {
        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return zone.IsInvalidTime(local) ? null : TimeZoneInfo.ConvertTimeToUtc(local, zone);
        }

        return text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? exact.UtcDateTime : null;
    }

    private static int IndexOf(string[] keys, string[] names) => Array.FindIndex(keys, key => names.Contains(key, StringComparer.Ordinal));
}
