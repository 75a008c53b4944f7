using System.Text;
using IspPortal.Core.Common.Idempotency;
using IspPortal.Infrastructure.Idempotency;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Api;

public sealed class TheIdempotencyLedgerTests
{
    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Of_many_claims_at_once_exactly_one_is_fresh(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var ledger = new IdempotencyLedger(database.Source, TimeProvider.System);

        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => ledger.ClaimAsync(Request("a"), CancellationToken.None))));

        Assert.Single(claims, claim => claim.Succeeded);
        Assert.All(claims.Where(claim => !claim.Succeeded), claim => Assert.Equal(IdempotencyErrors.InProgress, claim.Error));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_stored_answer_comes_back_whole(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var ledger = new IdempotencyLedger(database.Source, TimeProvider.System);
        var claim = await ledger.ClaimAsync(Request("a"), CancellationToken.None);
        var answer = new StoredAnswer(201, "application/json", "/api/v1/routers/1", """{"name":"Jalan Merdeka № 7"}""");
        await ledger.CompleteAsync(claim.Value.Id, answer, CancellationToken.None);

        var again = await ledger.ClaimAsync(Request("a"), CancellationToken.None);

        Assert.Equal(answer, again.Value.Answer);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_repeated_request_is_no_trouble_to_write_home_about(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        using var log = new TroubleLog();
        var ledger = new IdempotencyLedger(database.SourceThatLogsTo(log), TimeProvider.System);
        await ledger.ClaimAsync(Request("a"), CancellationToken.None);

        await ledger.ClaimAsync(Request("a"), CancellationToken.None);

        Assert.Empty(log.Lines);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_claim_whose_process_died_is_taken_over_after_five_minutes(string provider)
    {
        var clock = new ManualClock();
        await using var database = await PortalDatabase.CreateAsync(provider, clock);
        var ledger = new IdempotencyLedger(database.Source, clock);
        await ledger.ClaimAsync(Request("a"), CancellationToken.None);

        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(IdempotencyErrors.InProgress, (await ledger.ClaimAsync(Request("a"), CancellationToken.None)).Error);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await ledger.ClaimAsync(Request("a"), CancellationToken.None)).Value.Answer);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_claim_that_is_renewed_is_not_taken_over(string provider)
    {
        var clock = new ManualClock();
        await using var database = await PortalDatabase.CreateAsync(provider, clock);
        var ledger = new IdempotencyLedger(database.Source, clock);
        var claim = await ledger.ClaimAsync(Request("a"), CancellationToken.None);

        for (var minute = 0; minute < 10; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await ledger.RenewAsync(claim.Value.Id, CancellationToken.None);
        }

        Assert.Equal(IdempotencyErrors.InProgress, (await ledger.ClaimAsync(Request("a"), CancellationToken.None)).Error);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null((await ledger.ClaimAsync(Request("a"), CancellationToken.None)).Value.Answer);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Expired_records_are_removed_and_others_stay(string provider)
    {
        var clock = new ManualClock();
        await using var database = await PortalDatabase.CreateAsync(provider, clock);
        var ledger = new IdempotencyLedger(database.Source, clock);
        await ledger.ClaimAsync(Request("old"), CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(25));
        await ledger.ClaimAsync(Request("new"), CancellationToken.None);

        Assert.Equal(1, await ledger.RemoveExpiredAsync(CancellationToken.None));
        await using var context = database.Open();
        Assert.Equal(1, await context.Set<IdempotencyRecord>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Neither_key_nor_body_is_readable_in_the_table()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        var ledger = new IdempotencyLedger(database.Source, TimeProvider.System);
        await ledger.ClaimAsync(Request("my-key"), CancellationToken.None);
        await ledger.ClaimAsync(Request("my-other-key"), CancellationToken.None);

        await using var context = database.Open();
        var records = await context.Set<IdempotencyRecord>().ToListAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(records, record => record.KeyHash.Contains("my-", StringComparison.Ordinal));
        Assert.Equal(2, records.Select(record => record.BodyHash).Distinct().Count());
    }

    private static IdempotentRequest Request(string key) => new("User:1", key, "POST /api/v1/routers", Encoding.UTF8.GetBytes("""{"password":"s3cret"}"""));
}
