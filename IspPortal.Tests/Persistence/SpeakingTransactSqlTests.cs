using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Customers;
using IspPortal.Core.Jobs;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Audit;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IspPortal.Tests.Persistence;

/// <summary>No SQL Server can run where this is tested: the queries of these folders are translated and looked at.</summary>
public sealed class SpeakingTransactSqlTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Due_deliveries_are_one_query()
    {
        var transcript = new SqlServerTranscript(_clock);
        using var context = transcript.Source.CreateForSystem("test");
        var sql = OutboxPump.DueQuery(context, DateTime.UnixEpoch).ToQueryString();
        Assert.Contains("SELECT TOP(@", sql, StringComparison.Ordinal);
        Assert.Contains("NOT EXISTS", sql, StringComparison.Ordinal);
    }

    /// <summary>Where nothing is found these are not asked.</summary>
    [Fact]
    public void Long_lists_are_read_in_their_own_order()
    {
        var transcript = new SqlServerTranscript(_clock);
        using var context = transcript.Source.CreateForSystem("test");
        foreach (var sort in new[] { "name", "username", "number", "ends", "updated" })
        {
            var page = new PageRequest(2, 10, "a%_[ bu", sort, true);
            foreach (var isSearched in new[] { false, true })
            {
                var customers = CustomerDirectory.ListOf(context, new(CustomerStatus.Active, CustomerKind.Business, "Bekasi", "vip"), page).Near(page, isSearched).ToQueryString();
                var subscriptions = SubscriptionDirectory.ListOf(context, new(SubscriptionStatus.Active, Guid.Empty) { EndsWithinDays = 7, Unsettled = true }, page, new(2026, 11, 22)).Near(page, isSearched).ToQueryString();
                Assert.All([customers, subscriptions], sql => Assert.Contains("SELECT TOP(@", sql, StringComparison.Ordinal));
                Assert.All([customers, subscriptions], sql => Assert.Equal(isSearched, sql.Contains("customer_search_entries", StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public async Task Retention_deletes_in_the_database()
    {
        var transcript = new SqlServerTranscript(_clock);
        await new OutboxRetention(transcript.Factory, _clock).RemoveOldAsync(TestContext.Current.CancellationToken);
        await new AuditRetention(transcript.Factory, _clock).RemoveOldAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, transcript.Statements.Count(sql => sql.StartsWith("DELETE FROM", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_audit_is_filtered_and_paged_in_the_database()
    {
        var transcript = new SqlServerTranscript(_clock);
        var filter = new AuditFilter(Guid.Empty, "router", "1", "changed", DateTime.UnixEpoch, _clock.GetUtcNow().UtcDateTime);
        var page = await new AuditDirectory(transcript.Factory, [], new TestActor(AuditPermissions.AuditRead)).ListAsync(filter, new PageRequest(2, 10, "a"), TestContext.Current.CancellationToken);
        Assert.Equal(0, page.Value.TotalCount);
        Assert.Contains(transcript.Statements, sql => sql.Contains("OFFSET @", StringComparison.Ordinal) && sql.Contains("LIKE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dead_letters_are_paged_in_the_database()
    {
        var transcript = new SqlServerTranscript(_clock);
        var desk = new DeadLetterDesk(transcript.Factory, new TestActor(JobPermissions.JobsRead), new OutboxWake(), _clock);
        Assert.Empty((await desk.ListAsync(new PageRequest(1, 10, "billing"), TestContext.Current.CancellationToken)).Value.Items);
    }

    [Fact]
    public async Task Numbers_come_from_one_merge()
    {
        var transcript = new SqlServerTranscript(_clock);
        await using var context = transcript.Source.CreateForSystem("test");
        await using var transaction = await context.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var numbers = await context.TakeNumbersAsync("INV", new DateOnly(2026, 3, 1), 3, TestContext.Current.CancellationToken);
        Assert.Equal(["INV-202603-000001", "INV-202603-000002", "INV-202603-000003"], numbers);
        Assert.StartsWith("MERGE number_sequences WITH (HOLDLOCK)", Assert.Single(transcript.Statements), StringComparison.Ordinal);
    }
}
