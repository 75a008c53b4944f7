using IspPortal.Core.Alerts.Evaluation;

namespace IspPortal.Infrastructure.Alerts.Rules;

/// <summary>The right to use one router's evaluator until it is disposed.</summary>
internal sealed class SourceTurn(RuleEvaluator evaluator, SemaphoreSlim turn) : IDisposable
{
    public RuleEvaluator Evaluator => evaluator;

    public void Dispose() => turn.Release();
}
