using System.Diagnostics;
using System.Globalization;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Benchmarks.Office;

/// <summary>The book-keeping of a mass change: thousands of wishes that go to routers in one plan and are settled by it. Plans here are applied as soon as they are made.</summary>
internal static class OfficeDelivery
{
    private const int Lines = 5_000;
    private const int Rounds = 5;

    public static async Task MeasureAsync(IServiceProvider services, StatementCount statements)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        var deliverer = new LineDeliverer(contexts, new PlansAtOnce(contexts), services.GetRequiredService<ISettingsReader<ProvisioningSettings>>(), TimeProvider.System);
        var times = new List<double>();
        var said = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var batch = Guid.CreateVersion7();
            await using var context = await contexts.CreateDbContextAsync();
            var due = TimeProvider.System.GetUtcNow().UtcDateTime;
            var chosen = context.Set<LineDelivery>().OrderBy(d => d.SubscriptionId).Take(Lines).Select(d => d.SubscriptionId);
            await context.Set<LineDelivery>().Where(d => chosen.Contains(d.SubscriptionId)).ExecuteUpdateAsync(set => set
                .SetProperty(d => d.State, LineDeliveryState.Pending).SetProperty(d => d.BatchId, batch).SetProperty(d => d.Revision, d => d.Revision + 1).SetProperty(d => d.NextTryAtUtc, due).SetProperty(d => d.Attempts, 0));
            statements.Take();
            var watch = Stopwatch.StartNew();
            await deliverer.DeliverAsync(batch, CancellationToken.None);
            times.Add(watch.Elapsed.TotalSeconds);
            said = statements.Take();
            var settled = await context.Set<LineDelivery>().CountAsync(d => d.BatchId == batch && d.State == LineDeliveryState.Settled);
            if (settled != await context.Set<LineDelivery>().CountAsync(d => d.BatchId == batch))
            {
                throw new InvalidOperationException($"Only {settled} settled.");
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Lines:#,0} wishes of a mass change sent and settled in {times[Rounds / 2]:0.00} s, worst {times[^1]:0.00}; {said:#,0} statements"));
    }

    private sealed class PlansAtOnce(IDbContextFactory<PortalDbContext> contexts) : IAccessPlans
    {
        public async Task<Result<Guid>> CreateAsync(CreateAccessPlanRequest request, CancellationToken cancellationToken)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var plan = new AccessPlanRecord { Id = Guid.CreateVersion7(), Origin = "accesses", State = AccessPlanState.Applied, CreatedBy = "bench", CreatedAtUtc = DateTime.UnixEpoch };
            context.Add(plan);
            await context.SaveChangesAsync(cancellationToken);
            return plan.Id;
        }

        public Task<Result<AccessPlanDetails>> GetAsync(Guid planId, CancellationToken cancellationToken) => Task.FromResult<Result<AccessPlanDetails>>(
            new AccessPlanDetails(new AccessPlanRow(planId, "accesses", null, AccessPlanState.Draft, "bench", DateTime.UnixEpoch, null, 1, Lines, 0, 0, 0, 1), KickPolicy.Now, 20, null, []));

        public Task<Result> ApplyAsync(Guid planId, long version, CancellationToken cancellationToken) => Task.FromResult(Result.Success);

        public Task<Result<Page<AccessPlanRow>>> ListAsync(AccessPlanFilter filter, PageRequest page, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result<Page<PlanStepRow>>> ListStepsAsync(Guid planId, PlanStepFilter filter, PageRequest page, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result<Page<PlanFinding>>> ListFindingsAsync(Guid planId, Guid? routerId, PageRequest page, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result> StopAsync(Guid planId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result> ResumeAsync(Guid planId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result> DiscardAsync(Guid planId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result<Guid>> UndoAsync(Guid planId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
