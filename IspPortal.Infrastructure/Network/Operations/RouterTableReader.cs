using System.Globalization;
using System.Net;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Network.Operations;

/// <summary>Reads a menu whole (routers cannot page or sort) and keeps the last reading for the pages that follow at once.</summary>
internal sealed class RouterTableReader(RouterClients clients, ICurrentActor actor, TimeProvider clock) : IRouterTableReader
{
    public const int MostRows = 20_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(15);

    private (Guid RouterId, string Table, DateTime AtUtc, IReadOnlyList<RouterTableRow> Rows)? _last;

    public async Task<Result<RouterTablePage>> ReadAsync(Guid routerId, string table, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersOperate) is { } denied)
        {
            return denied;
        }

        if (RouterTables.Find(table) is not { } wanted)
        {
            return OperationErrors.NoSuchTable(table);
        }

        if (_last is not { } last || last.RouterId != routerId || last.Table != table || clock.UtcNow() - last.AtUtc > KeptFor)
        {
            var read = await ReadAllAsync(routerId, wanted, cancellationToken);
            if (!read.Succeeded)
            {
                _last = null;
                return read.Error;
            }

            last = (routerId, table, clock.UtcNow(), read.Value);
            _last = last;
        }

        var found = page.SearchOrNull is { } text
            ? last.Rows.Where(row => row.Values.Any(value => value is not null && value.Contains(text, StringComparison.OrdinalIgnoreCase))).ToList()
            : last.Rows;
        return new RouterTablePage(Page<RouterTableRow>.Of([.. Sort(wanted, found, page).Skip(page.Skip).Take(page.Take)], page, found.Count), last.AtUtc);
    }

    public void Forget() => _last = null;

    private static IEnumerable<RouterTableRow> Sort(RouterTable table, IReadOnlyList<RouterTableRow> rows, PageRequest page)
    {
        var index = table.Columns.TakeWhile(column => column.Property != page.Sort).Count();
        return index == table.Columns.Count ? rows
            : page.Descending ? rows.OrderByDescending(row => row.Values[index], ValueOrder)
            : rows.OrderBy(row => row.Values[index], ValueOrder);
    }

    // Addresses by their number, figures by their size, the rest by letters; what is not there comes first.
    private static readonly Comparer<string?> ValueOrder = Comparer<string?>.Create(static (a, b) =>
    {
        if (a is null || b is null)
        {
            return (a is null ? 0 : 1) - (b is null ? 0 : 1);
        }

        if (long.TryParse(a, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var x) && long.TryParse(b, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var y))
        {
            return x.CompareTo(y);
        }

        return IPAddress.TryParse(a, out var left) && IPAddress.TryParse(b, out var right)
            ? left.GetAddressBytes().AsSpan().SequenceCompareTo(right.GetAddressBytes())
            : StringComparer.OrdinalIgnoreCase.Compare(a, b);
    });

    private static RouterTableRow RowOf(RouterTable table, RouterOsRow row)
    {
        var comment = row["comment"];
        return new RouterTableRow(
            row.Id ?? string.Empty,
            row[table.NameProperty] ?? string.Empty,
            [.. table.Columns.Select(column => column.Property == "comment" && comment is not null ? OwnershipTag.Strip(comment) : ValueOf(row[column.Property]))],
            row.Bool("disabled"),
            row["dynamic"] == "true",
            OwnershipTag.TryRead(comment, out var owner) ? owner : null,
            OwnershipTag.TextOf(comment) is not null);
    }

    // The beginning of time is how a router says "never".
    private static string? ValueOf(string? text) => text is "1970-01-01 00:00:00" or "jan/01/1970 00:00:00" ? null : text;

    private async Task<Result<IReadOnlyList<RouterTableRow>>> ReadAllAsync(Guid routerId, RouterTable table, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        foreach (var path in table.Paths)
        {
            var rows = await ReadAsync(client.Value, path, table, cancellationToken);
            if (rows.Succeeded)
            {
                return Result.Of<IReadOnlyList<RouterTableRow>>([.. rows.Value.Select(row => RowOf(table, row))]);
            }

            if (rows.Error.Code != "routeros.trap_no_such_command")
            {
                return rows.Error;
            }
        }

        return OperationErrors.MenuAbsent(table.Paths[^1]);
    }

    private static async Task<Result<IReadOnlyList<RouterOsRow>>> ReadAsync(IRouterOsClient client, string path, RouterTable table, CancellationToken cancellationToken)
    {
        var command = new RouterOsCommand(path + "/print").Deadlines(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));
        if (table.MayBeHuge)
        {
            var counted = await client.ExecuteAsync(command.Flag("count-only"), cancellationToken);
            if (!counted.Succeeded)
            {
                return counted.Error;
            }

            if (int.TryParse(counted.Value.Ret, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > MostRows)
            {
                return OperationErrors.TooManyRows(count, MostRows);
            }
        }

        return await client.PrintAsync(command.Proplist([".id", .. table.Columns.Select(column => column.Property).Concat(table.Besides).Distinct(StringComparer.Ordinal)]), cancellationToken);
    }
}
