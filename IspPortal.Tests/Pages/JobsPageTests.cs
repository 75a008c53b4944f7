using Bunit;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Jobs;
using IspPortal.Web.Features.Jobs.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class JobsPageTests : PageScene
{
    private readonly Mock<IJobDirectory> _jobs;
    private readonly Mock<IDeadLetterDesk> _letters;

    public JobsPageTests()
    {
        Allow(JobPermissions.JobsRead, JobPermissions.JobsRun);
        _jobs = Stub<IJobDirectory>();
        _letters = Stub<IDeadLetterDesk>();
        _letters.Setup(desk => desk.ListAsync(It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<DeadLetterRow>>)new Page<DeadLetterRow>([], 1, 20, 0));
        Answer(Job());
    }

    [Fact]
    public void Two_clicks_start_a_job_once()
    {
        var answer = new TaskCompletionSource<Result>();
        _jobs.Setup(jobs => jobs.RunNowAsync("outbox-retention", It.IsAny<CancellationToken>())).Returns(answer.Task);
        var page = Open<JobsPage>();

        page.Find(".row-actions button").Click();
        Assert.True(page.Find(".row-actions button").HasAttribute("disabled"));
        answer.SetResult(Result.Success);

        _jobs.Verify(jobs => jobs.RunNowAsync("outbox-retention", It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public void A_failed_run_says_failed_and_why()
    {
        Answer(Job() with { LastOutcome = JobOutcome.Failed, LastText = "disk is full", LastStartedAtUtc = Clock.GetUtcNow().UtcDateTime.AddMinutes(-5) });

        var row = Open<JobsPage>().Find("tbody tr").TextContent;

        Assert.Contains("Failed", row, StringComparison.Ordinal);
        Assert.Contains("disk is full", row, StringComparison.Ordinal);
        Assert.Contains("5 min ago", row, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_runs_once_per_router_cannot_be_started_without_one()
    {
        Answer(Job() with { PerSubject = true });

        Assert.Empty(Open<JobsPage>().FindAll(".row-actions button"));
    }

    [Fact]
    public void A_job_that_ends_is_shown_without_a_click()
    {
        Answer(Job() with { IsRunning = true });
        var page = Open<JobsPage>();
        Assert.Contains("Running", page.Markup, StringComparison.Ordinal);
        Answer(Job() with { LastOutcome = JobOutcome.Succeeded });

        Feed.Publish(JobTopics.Changes, new JobState("outbox-retention", false, JobOutcome.Succeeded, Clock.GetUtcNow().UtcDateTime));
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("Done", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void A_dead_letter_can_be_tried_again()
    {
        var letter = new DeadLetterRow(42, "network.router_added", Guid.Empty, "PlanRouterJobs", Clock.GetUtcNow().UtcDateTime, 8, "boom");
        _letters.Setup(desk => desk.ListAsync(It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<DeadLetterRow>>)new Page<DeadLetterRow>([letter], 1, 20, 1));
        _letters.Setup(desk => desk.RetryAsync(42, It.IsAny<CancellationToken>())).ReturnsAsync((Result)JobErrors.DeadLetterNotFound);
        var page = Open<JobsPage>();

        page.FindAll("button").Single(button => button.TextContent == "Try again").Click();

        Assert.Contains("jobs.dead_letter_not_found", page.Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    private void Answer(params JobRow[] rows) => _jobs.Setup(jobs => jobs.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync((Result<IReadOnlyList<JobRow>>)rows);

    private static JobRow Job() => new("outbox-retention", JobLane.Work, TimeSpan.FromHours(1), null, false, false, null, null, null, null, null);
}
