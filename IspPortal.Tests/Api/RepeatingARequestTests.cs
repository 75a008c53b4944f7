using System.Net;
using System.Net.Http.Json;
using IspPortal.Core.Common.Idempotency;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Idempotency;
using IspPortal.Tests.Support;
using Moq;

namespace IspPortal.Tests.Api;

public sealed class RepeatingARequestTests : IAsyncLifetime
{
    private static readonly Guid Other = new("01890a5d-ac96-774b-bcce-000000000008");

    private readonly ManualClock _clock = new();
    private PortalDatabase _database = null!;
    private ApiHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await PortalDatabase.CreateAsync("Sqlite", _clock);
        _host = await ApiHost.StartAsync(_clock, new IdempotencyLedger(_database.Source, _clock));
        _host.Routers.Setup(routers => routers.GetAsync(RouterRows.BekasiId, It.IsAny<CancellationToken>())).ReturnsAsync(RouterRows.BekasiDetails);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_same_request_again_gets_the_first_answer_and_is_not_done_again()
    {
        Adds(RouterRows.BekasiId);
        var first = await AddAsync("k1");
        var second = await AddAsync("k1");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal($"/api/v1/routers/{RouterRows.BekasiId}", first.Headers.Location?.ToString());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(await Text(first), await Text(second));
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.True(second.Headers.Contains("Idempotency-Replayed"));
        Assert.DoesNotContain("s3cret", await Text(second), StringComparison.Ordinal);
        _host.RouterEditor.Verify(editor => editor.AddAsync(It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        Adds(RouterRows.BekasiId);
        await AddAsync("k1");

        await ApiHost.ProblemAsync(await AddAsync("k1", "RTR-DEPOK"), 422, "common.idempotency_key_reused");
    }

    [Fact]
    public async Task The_same_key_of_another_caller_is_another_key()
    {
        Adds(RouterRows.BekasiId);
        await AddAsync("k1");

        Assert.Equal(HttpStatusCode.Created, (await AddAsync("k1", "RTR-DEPOK", Other)).StatusCode);
    }

    [Fact]
    public async Task After_24_hours_the_key_is_free()
    {
        Adds(RouterRows.BekasiId);
        await AddAsync("k1");
        _clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal(HttpStatusCode.Created, (await AddAsync("k1", "RTR-DEPOK")).StatusCode);
    }

    [Fact]
    public async Task A_request_that_failed_may_come_again_corrected_under_its_key()
    {
        _host.RouterEditor.SetupSequence(editor => editor.AddAsync(It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(NetworkErrors.RouterNameTaken("RTR-BEKASI")).ReturnsAsync(RouterRows.BekasiId);

        await ApiHost.ProblemAsync(await AddAsync("k1"), 409, "network.router_name_taken");
        Assert.Equal(HttpStatusCode.Created, (await AddAsync("k1", "RTR-BEKASI-2")).StatusCode);
    }

    [Fact]
    public async Task A_duplicate_that_arrives_meanwhile_is_told_to_wait()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.RouterEditor.Setup(editor => editor.AddAsync(It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>())).Returns(async () =>
        {
            begun.SetResult();
            await goOn.Task;
            return (Result<Guid>)RouterRows.BekasiId;
        });
        var first = AddAsync("k1");
        await begun.Task;

        var duplicate = await AddAsync("k1");
        goOn.SetResult();

        await ApiHost.ProblemAsync(duplicate, 409, "common.idempotency_in_progress");
        Assert.Equal(TimeSpan.FromSeconds(1), duplicate.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.Created, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await AddAsync("k1")).StatusCode);
    }

    [Fact]
    public async Task What_was_done_stays_claimed_while_its_answer_cannot_be_kept()
    {
        var claim = Guid.CreateVersion7();
        await using var host = await ApiHost.StartAsync(_clock);
        host.Routers.Setup(routers => routers.GetAsync(RouterRows.BekasiId, It.IsAny<CancellationToken>())).ReturnsAsync(RouterRows.BekasiDetails);
        host.RouterEditor.Setup(editor => editor.AddAsync(It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(RouterRows.BekasiId);
        host.Ledger.Setup(ledger => ledger.ClaimAsync(It.IsAny<IdempotentRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new IdempotencyClaim(claim, null));
        host.Ledger.SetupSequence(ledger => ledger.CompleteAsync(claim, It.IsAny<StoredAnswer>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TimeoutException()).ThrowsAsync(new TimeoutException()).Returns(Task.CompletedTask);

        Assert.Equal(HttpStatusCode.Created, (await AddAsync("k1", host: host)).StatusCode);

        host.Ledger.Verify(ledger => ledger.CompleteAsync(claim, It.IsAny<StoredAnswer>(), It.IsAny<CancellationToken>()), Times.Exactly(3));
        host.Ledger.Verify(ledger => ledger.AbandonAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Of_twenty_that_arrive_together_one_is_done()
    {
        Adds(RouterRows.BekasiId);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AddAsync("k1")));

        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        _host.RouterEditor.Verify(editor => editor.AddAsync(It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Without_a_key_it_is_malformed()
    {
        await ApiHost.ProblemAsync(await AddAsync(null), 400, "common.idempotency_key_required");
        await ApiHost.ProblemAsync(await AddAsync(new string('k', 129)), 400, "common.idempotency_key_invalid");
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await ApiHost.ProblemAsync(await AddAsync("k1", new string('x', 300_000)), 413, "common.body_too_large");
    }

    private static Task<string> Text(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private void Adds(Guid id) =>
        _host.RouterEditor.Setup(editor => editor.AddAsync(It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(id);

    private async Task<HttpResponseMessage> AddAsync(string? key, string name = "RTR-BEKASI", Guid? caller = null, ApiHost? host = null)
    {
        using var client = (host ?? _host).SignedIn(NetworkPermissions.RoutersWrite);
        if (key is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (caller is { } other)
        {
            client.DefaultRequestHeaders.Add(ApiHost.CallerHeader, other.ToString());
        }

        return await client.PostAsJsonAsync("/api/v1/routers", new { name, host = "10.0.0.1", username = "portal", password = "s3cret" }, TestContext.Current.CancellationToken);
    }
}
