using IspPortal.Core.Alerts.Evaluation;

namespace IspPortal.Infrastructure.Alerts.Rules;

/// <summary>The rules over one router, one caller at a time.</summary>
#pragma warning disable CA1001 // Whoever waits for its turn when its router goes would be left waiting.
internal sealed class SourceRules(Guid sourceId)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public RuleEvaluator Evaluator { get; } = new(sourceId);

    /// <summary>Whether the evaluator was told what is open; written by the one whose turn it is.</summary>
    public bool KnowsWhatIsOpen { get; set; }

    public async Task<SourceTurn> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new SourceTurn(Evaluator, _turn);
    }
}
