using IspPortal.Core.Plans;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Persistence;

/// <summary>Rows in no order are others each time: who takes some of them says which.</summary>
public sealed class TakingRowsInAnOrderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_query_that_takes_rows_in_no_order_is_refused(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        await using var context = database.Open();
        var plans = context.Set<ServicePlan>().AsNoTracking();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => plans.Take(5).CountAsync(Token));
        Assert.Contains("RowLimitingOperationWithoutOrderByWarning", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => plans.OrderBy(p => p.Id).Select(p => p.Name).Distinct().Take(5).ToListAsync(Token));
        Assert.Equal(0, await plans.OrderBy(p => p.Id).Take(5).CountAsync(Token));
    }
}
