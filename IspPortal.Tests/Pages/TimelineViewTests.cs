using Bunit;
using IspPortal.Core.Common.Timeline;
using IspPortal.Web.Features.Timeline.Parts;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Pages;

public sealed class TimelineViewTests : PageScene
{
    private readonly SlowTimeline _timeline = new();

    public TimelineViewTests() => Services.AddSingleton<ITimeline>(_timeline);

    [Fact]
    public void A_slow_answer_to_an_earlier_filter_is_for_nobody()
    {
        var view = OpenView(TimelineSubject.OfCustomer(Guid.Empty));
        Address.NavigateTo("customers/1?what=note");
        view.WaitForState(() => _timeline.Asked.Count == 2);

        _timeline.Answer(1, "The note");
        view.WaitForAssertion(() => Assert.Contains("The note", view.Markup, StringComparison.Ordinal));
        _timeline.Answer(0, "Something else");
        Address.NavigateTo("customers/1?what=device");
        view.WaitForState(() => _timeline.Asked.Count == 3);
        _timeline.Answer(2, "The device");

        view.WaitForAssertion(() => Assert.Equal(["The device"], TextsOf(view)));
        Assert.Equal([null, "note", "device"], _timeline.Asked.Select(query => query.Kinds?.Single()));
    }

    [Fact]
    public void A_filter_that_is_chosen_while_the_answer_is_on_its_way_is_asked_for_at_once()
    {
        var view = OpenView(TimelineSubject.OfCustomer(Guid.Empty));
        Address.NavigateTo("customers/1?what=note");
        view.WaitForState(() => _timeline.Asked.Count == 2);

        _timeline.Answer(0, "Something else");
        _timeline.Answer(1, "The note");

        view.WaitForAssertion(() => Assert.Equal(["The note"], TextsOf(view)));
    }

    [Fact]
    public void Another_customer_has_an_axis_of_its_own()
    {
        var view = OpenView(TimelineSubject.OfCustomer(Guid.Empty));
        _timeline.Answer(0, "Of the first");
        view.WaitForAssertion(() => Assert.Equal(["Of the first"], TextsOf(view)));

        view.Render(parameters => parameters.Add(v => v.Subject, TimelineSubject.OfCustomer(Guid.AllBitsSet)));
        view.WaitForState(() => _timeline.Asked.Count == 2);
        _timeline.Answer(1, "Of the second");

        view.WaitForAssertion(() => Assert.Equal(["Of the second"], TextsOf(view)));
    }

    private static IEnumerable<string> TextsOf(IRenderedComponent<TimelineView> view) => view.FindAll(".timeline-text").Select(text => text.TextContent);

    private IRenderedComponent<TimelineView> OpenView(TimelineSubject subject) => Open<TimelineView>(parameters => parameters.Add(v => v.Subject, subject));

    /// <summary>Answers when the test says so.</summary>
    private sealed class SlowTimeline : ITimeline
    {
        private readonly List<TaskCompletionSource<TimelinePage>> _answers = [];

        public List<TimelineQuery> Asked { get; } = [];

        public IReadOnlyList<string> Kinds => ["note", "device"];

        public Task<TimelinePage> ReadAsync(TimelineQuery query, CancellationToken cancellationToken)
        {
            Asked.Add(query);
            _answers.Add(new TaskCompletionSource<TimelinePage>());
            return _answers[^1].Task;
        }

        public void Answer(int asked, string text) =>
            _answers[asked].SetResult(new TimelinePage([new TimelineEntry(Guid.CreateVersion7(), new DateTime(2026, 11, 22, 7, 0, 0, DateTimeKind.Utc), "note", "written", "Sari", text, null)], null));
    }
}
