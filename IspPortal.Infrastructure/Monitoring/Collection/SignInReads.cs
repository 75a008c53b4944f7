using System.Globalization;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>
/// Whom the router refused, as its log tells it: administrators, and lines that dial, these by the device that dials. Lines are numbered: each counts once, and what was there before the first look
/// does not.
/// </summary>
internal sealed class SignInReads(Guid routerId) : ISeldomRead
{
    private const string OfAdministrators = "system,error,critical";

    private static readonly RouterOsCommand Lines = new RouterOsCommand("/log/print").Proplist(".id", "topics", "message")
        .Where("?topics=" + OfAdministrators)
        .Where("?topics=" + DialInLog.Established).Where("?#|")
        .Where("?topics=" + DialInLog.Refused).Where("?#|")
        .Where("?topics=" + DialInLog.SignedIn).Where("?#|");

    private readonly Refusals _refusals = new();
    private readonly DialInLog _dialIns = new();
    private long? _last;
    private int _reads;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<SeriesSample>> ReadAsync(IRouterOsClient client, MonitoringSettings settings, TimeSpan interval, CancellationToken cancellationToken)
    {
        if (!_refusals.Ask(Lines.Path))
        {
            return [];
        }

        var read = await client.PrintAsync(Lines, cancellationToken);
        if (!read.Succeeded)
        {
            _refusals.Take(Lines.Path, read.Error);
            return [];
        }

        var lines = read.Value.Select(static row => (Number: NumberOf(row.Id), Topics: row["topics"] ?? "", Message: row["message"] ?? ""))
            .Where(static line => line.Number is not null).OrderBy(static line => line.Number).ToList();
        var newest = lines.Count > 0 ? lines[^1].Number!.Value : _last ?? 0;
        var before = _last;
        _last = newest;
        if (before is not { } known)
        {
            return [];
        }

        // Numbers begin anew when the router does: all of its lines are new then.
        var hasRestarted = newest < known;
        if (hasRestarted)
        {
            _dialIns.Forget();
        }

        var (administrators, dialIns) = (0, 0);
        _reads++;
        foreach (var (_, topics, message) in lines.Where(line => hasRestarted || line.Number > known))
        {
            if (topics == OfAdministrators)
            {
                administrators += message.StartsWith("login failure", StringComparison.Ordinal) ? 1 : 0;
            }
            else if (_dialIns.Take(topics, message, _reads))
            {
                dialIns++;
            }
        }

        return
        [
            new SeriesSample(SeriesSubject.Router(routerId), Metric.SignInFailures, administrators, interval),
            new SeriesSample(SeriesSubject.Router(routerId), Metric.DialInFailures, dialIns, interval),
            .. _dialIns.Tell(_reads).Select(device => new SeriesSample(SeriesSubject.Dialer(routerId, device.MacAddress), Metric.DialInFailures, device.Failures, interval)),
        ];
    }

    private static long? NumberOf(string? id) =>
        id is ['*', .. var hex] && long.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? number : null;
}
