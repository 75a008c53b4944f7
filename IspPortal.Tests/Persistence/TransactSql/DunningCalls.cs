using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Dunning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of late accounts and isolir runs.</summary>
internal sealed class DunningCalls : ServiceCalls
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly DunningPolicy Policy = new DunningSettings { LateFee = "fixed", LateFeeAmount = 1 }.Policy;

    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["DunningBoard"] = async services =>
        {
            var board = services.GetRequiredService<DunningBoard>();
            foreach (var sort in new[] { "overdue", "oldestDueOn" })
            {
                foreach (var descending in new[] { false, true })
                {
                    await board.ListAsync(new DunningFilter(DunningStage.Late, DunningObstacle.Promise), new(2, 10, "a%_[", sort, descending), Token);
                }
            }

            await board.ListAsync(new(), new(), Token);
            await board.TotalsAsync(Token);
            await board.GetAsync(Id, Token);
            await board.HistoryAsync(Id, new(2, 10), Token);
            await board.PromisesAsync(Id, PromiseState.Kept, new(2, 10), Token);
            await board.LateFeesAsync(new(2, 10), Token);
        },
        ["DunningDesk"] = async services =>
        {
            var desk = services.GetRequiredService<IDunningDesk>();
            await desk.WithdrawPromiseAsync(Id, "a", Token);
            await desk.ExceptAsync(Id, null, "a", Token);
            await desk.EndExceptionAsync(Id, "a", Token);
            await desk.RestoreAsync(Id, true, "a", Token);
            await desk.WaiveReconnectFeeAsync(Id, "a", Token);
            await desk.WaiveLateFeeAsync(Id, "a", Token);
            await desk.PromiseAsync(Id, Id, new([new(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(2)), Money.Idr(1))], "a"), Token);
        },
        ["DunningReading"] = async services =>
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            var accounts = await services.GetRequiredService<DunningReading>().ReadAsync(context, [Id], Day, Policy, Token);
            await DunningReading.LinesForAsync(context, accounts, DunningRunKind.Termination, Token);
            var late = accounts.Select(account => account with { Decision = account.Decision with { DaysLate = 5 } }).ToList();
            await LateFees.DueAsync(context, late, Policy, Token);
            await context.SetIsolatedAsync([], Id, Day, TimeProvider.System, Token);
        },
        ["DunningWalk"] = async services =>
        {
            await services.GetRequiredService<DunningWalk>().RunAsync(Token);
            await services.GetRequiredService<DunningWalk>().FollowAsync(Token);
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await services.GetRequiredService<DunningNotices>().WithdrawAsync(context, Token);
        },
        ["LateFees"] = async services =>
        {
            var fees = services.GetRequiredService<LateFees>();
            await fees.ChargeAsync(Id, Token);
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await fees.ChargeReconnectAsync(context, Id, Id, "a", Day, Token);
        },
        ["IsolirRuns"] = async services =>
        {
            var runs = services.GetRequiredService<IIsolirRuns>();
            await runs.ListAsync(new(2, 10), Token);
            await runs.GetAsync(Id, Token);
            await runs.ItemsAsync(Id, new IsolirItemFilter(IsolirItemState.Held, DunningObstacle.Router), new(2, 10), Token);
            await runs.ApproveAsync(Id, 1, null, Token);
            await runs.UndoAsync(Id, "a", Token);
            await runs.DiscardAsync(Id, Token);
        },
        ["IsolirSchedule"] = async services =>
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await context.Set<IsolirRun>().AnyAsync(r => r.On == Day && r.Kind == DunningRunKind.Isolir, Token);
            await services.GetRequiredService<IsolirSchedule>().PrepareAsync(Token);
        },
        ["IsolirRunner"] = services => services.GetRequiredService<IsolirRunner>().RunAsync(Token),
        ["IsolirPreparation"] = async services =>
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            var ripeOn = Day.AddDays(-(await services.GetRequiredService<ISettingsReader<DunningSettings>>().GetAsync(Token)).IsolirAfterDays);
            await DunningReading.Open(context).Where(i => i.DueOn <= ripeOn && i.BillingAccountId > Id).Select(i => i.BillingAccountId).Distinct().OrderBy(id => id).Take(10).ToListAsync(Token);
        },
        ["Reconnections"] = async services =>
        {
            var reconnections = services.GetRequiredService<Reconnections>();
            await reconnections.RunAsync(Token);
            await reconnections.RestoreAsync(Id, "a", null, Token);
        },
        ["DunningAuditNames"] = NamesAsync,
    };
}
