using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Settings;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Makes the oldest report that waits, or goes on with one that a crash left. One that was left too often says so.</summary>
internal sealed partial class ReportRunner(ReportTurn turn, ReportMaker maker, ReportSender sender, ReportFiles files, ISettingsReader<ReportSettings> settings, TimeProvider clock, ILogger<ReportRunner> logger)
{
    private const int MostTries = 3;
    private const int Sending = 95;
    private const int Whole = 100;
    private const int LongestDetail = 500;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);

    /// <summary>How it went: null when there was none to make.</summary>
    public async Task<(Guid ReportId, Error? Error)?> RunAsync(CancellationToken cancellationToken)
    {
        var token = Ids.New(clock);
        if (await turn.TakeAsync(token, cancellationToken) is not { } report)
        {
            return null;
        }

        if (report.Tries > MostTries)
        {
            var error = ReportErrors.GivenUp(MostTries);
            await FailAsync(report.Id, token, error, cancellationToken);
            return (report.Id, error);
        }

        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var holding = HoldAsync(report.Id, token, work);
        try
        {
            var failed = await MakeAsync(report, token, work.Token);
            if (failed is not null)
            {
                await FailAsync(report.Id, token, failed, cancellationToken);
            }

            return (report.Id, failed);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is somebody else's by now: what this one wrote is an orphan that the sweeper takes.
            return (report.Id, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogBroken(logger, exception, report.Id);
            var error = ReportErrors.Broken(exception.Message);
            await FailAsync(report.Id, token, error, cancellationToken);
            return (report.Id, error);
        }
        finally
        {
            await work.CancelAsync();
            await holding;
        }
    }

    private async Task<Error?> MakeAsync(Report report, Guid token, CancellationToken cancellationToken)
    {
        var order = ReportingJson.OrderOf(report);
        var last = -1;
        var made = await maker.MakeAsync(
            order,
            async (step, percent) =>
            {
                if (percent > last)
                {
                    last = percent;
                    await StillOwnAsync(turn.TellAsync(report.Id, token, step, percent, cancellationToken));
                }
            },
            cancellationToken);
        if (!made.Succeeded)
        {
            return made.Error;
        }

        List<ReportFile> kept = [];
        foreach (var (format, content) in made.Value)
        {
            var file = new ReportFile { ReportId = report.Id, Format = format, StoredAs = Ids.New(clock), Bytes = content.Length };
            await files.SaveAsync(file.StoredAs, content, cancellationToken);
            kept.Add(file);
        }

        var expires = clock.UtcNow().AddDays((await settings.GetAsync(cancellationToken)).KeepDays);
        List<Guid> replaced = [];
        await StillOwnAsync(turn.ChangeAsync(
            report.Id,
            token,
            (context, row) =>
            {
                replaced.AddRange(row.Files.Select(file => file.StoredAs));
                foreach (var file in kept)
                {
                    if (row.Files.Find(before => before.Format == file.Format) is { } before)
                    {
                        (before.StoredAs, before.Bytes) = (file.StoredAs, file.Bytes);
                    }
                    else
                    {
                        context.Add(file);
                    }
                }

                (row.Step, row.Percent, row.ExpiresAtUtc) = (ReportStep.Sending, Sending, expires);
            },
            cancellationToken));
        replaced.ForEach(files.Remove);
        if (order.Recipients.Count > 0 && await sender.SendAsync(report, order, [.. kept.Select(file => file.Format)], cancellationToken) is { } unsent)
        {
            return unsent;
        }

        await StillOwnAsync(turn.ChangeAsync(
            report.Id,
            token,
            (_, row) =>
            {
                (row.State, row.Step, row.Percent, row.EndedAtUtc, row.ErrorCode, row.ErrorDetail) = (ReportState.Ready, ReportStep.Done, Whole, clock.UtcNow(), null, null);
                (row.LeasedBy, row.LeasedUntilUtc) = (null, null);
            },
            cancellationToken));
        return null;
    }

    private static async Task StillOwnAsync(Task<bool> own)
    {
        if (!await own)
        {
            throw new OperationCanceledException();
        }
    }

    private Task FailAsync(Guid reportId, Guid token, Error error, CancellationToken cancellationToken) => turn.ChangeAsync(
        reportId,
        token,
        (_, row) =>
        {
            (row.State, row.EndedAtUtc, row.ErrorCode) = (ReportState.Failed, clock.UtcNow(), error.Code);
            row.ErrorDetail = error.Detail is { Length: > LongestDetail } longer ? longer[..LongestDetail] : error.Detail;
            (row.LeasedBy, row.LeasedUntilUtc) = (null, null);
        },
        cancellationToken);

    /// <summary>Renews the lease while the work goes on; ends the work when it is lost.</summary>
    private async Task HoldAsync(Guid reportId, Guid token, CancellationTokenSource work)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Between, clock, work.Token);
                if (!await turn.HoldAsync(reportId, token, work.Token))
                {
                    await work.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done, or the portal stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Report {ReportId} broke")]
    private static partial void LogBroken(ILogger logger, Exception exception, Guid reportId);
}
