using CsvHelper;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;

namespace IspPortal.Infrastructure.Tables;

/// <summary>CSV of any usual kind: encoding and separator found by themselves, quoted fields with line breaks, the <c>sep=</c> line that Excel writes.</summary>
internal static class CsvTable
{
    private const int LinesLookedAt = 5;
    private const int LargestRecord = 1024 * 1024;

    private static readonly char[] Separators = [';', ',', '\t', '|'];

    public static Result<IReadOnlyList<TableSheet>> Read(ReadOnlySpan<byte> content, TableLimits limits)
    {
        if (TextDecoder.Decode(content) is not { } text)
        {
            return TableErrors.NotATable;
        }

        var begin = text.AsSpan().TrimStart();
        if (begin.StartsWith("<") || begin.StartsWith("{") || begin.StartsWith("%PDF") || begin.StartsWith("{\\rtf"))
        {
            return TableErrors.NotATable;
        }

        var (separator, from) = SeparatorOf(text);
        try
        {
            return Read(text[from..], separator, new TableBuilder(limits));
        }
        catch (CsvFormatException exception)
        {
            return TableErrors.Malformed(exception.RecordNumber);
        }
    }

    private static Result<IReadOnlyList<TableSheet>> Read(string text, char separator, TableBuilder table)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            MalformedData = CsvMalformedDataHandling.Throw,
            MaxRecordSize = LargestRecord,
            TrackLineNumbers = true,
        });
        var cells = new List<string>();
        while (reader.Read())
        {
            cells.Clear();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                cells.Add(Cell(reader.GetString(i)));
            }

            if (table.Add((int)reader.LineNumber, cells) is { } error)
            {
                return error;
            }
        }

        table.EndSheet("");
        return Result.Of(table.Sheets);
    }

    // What keeps a spreadsheet from running a text as a formula is no part of it; our own files have it too.
    private static string Cell(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@' ? text[1..] : text;
    }

    /// <summary>The separator, and where the first record begins.</summary>
    private static (char Separator, int From) SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = (end < 0 ? text : text[..end]).Trim('"', ' ');
        if (first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && Separators.Contains(first[4]))
        {
            return (first[4], end < 0 ? text.Length : end);
        }

        // The one that is in most lines alike: a comma in one address does not make a table.
        var lines = Counts(text);
        return (Separators.OrderByDescending(separator => Weight(lines, Array.IndexOf(Separators, separator))).First(), 0);
    }

    private static int Weight(List<int[]> lines, int separator)
    {
        var counts = lines.ConvertAll(line => line[separator]);
        return counts.Count == 0 ? 0 : (counts.Min() * 1000) + counts.Max();
    }

    /// <summary>How often each separator stands outside quotes, in each of the first lines.</summary>
    private static List<int[]> Counts(string text)
    {
        var lines = new List<int[]>();
        var line = new int[Separators.Length];
        var (quoted, blank) = (false, true);
        foreach (var letter in text)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '\r' or '\n')
            {
                if (!blank)
                {
                    lines.Add(line);
                    line = new int[Separators.Length];
                    blank = true;
                    if (lines.Count == LinesLookedAt)
                    {
                        return lines;
                    }
                }

                continue;
            }
            else if (!quoted && Array.IndexOf(Separators, letter) is >= 0 and var at)
            {
                line[at]++;
            }

            blank = false;
        }

        if (!blank)
        {
            lines.Add(line);
        }

        return lines;
    }
}
