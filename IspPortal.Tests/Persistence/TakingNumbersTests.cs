using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;
using Xunit;

namespace IspPortal.Tests.Persistence;

public sealed class TakingNumbersTests
{
    private static readonly DateOnly March = new(2026, 3, 31);

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_range_is_reserved_and_a_new_month_starts_at_one(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        Assert.Equal(["INV-202603-000001", "INV-202603-000002", "INV-202603-000003"], await TakeAsync(database, March, 3, true));
        Assert.Equal(["INV-202603-000004"], await TakeAsync(database, March, 1, true));
        Assert.Equal(["INV-202604-000001"], await TakeAsync(database, March.AddDays(1), 1, true));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_rollback_gives_the_numbers_back(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        await TakeAsync(database, March, 5, false);
        Assert.Equal(["INV-202603-000001"], await TakeAsync(database, March, 1, true));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Many_at_once_take_each_number_once(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => TakeAsync(database, March, 2, true))));
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"INV-202603-{number:000000}"), taken.SelectMany(numbers => numbers).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Outside_a_transaction_it_refuses()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        await using var context = database.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.TakeNumbersAsync("INV", March, 1, TestContext.Current.CancellationToken));
    }

    private static async Task<IReadOnlyList<string>> TakeAsync(PortalDatabase database, DateOnly on, int count, bool commit)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var numbers = await context.TakeNumbersAsync("INV", on, count, TestContext.Current.CancellationToken);
        if (commit)
        {
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        return numbers;
    }
}
