<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>ActionSearch</name>
    <message>
        <source>Search actions, layers, lessons</source>
        <translation>搜索操作、网络层、课程</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>找到的操作</translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>Range {0}.</source>
        <translation>值域 {0}。</translation>
    </message>
</context>
<context>
    <name>AlignmentView</name>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Mean of heads</source>
        <translation>各头平均</translation>
    </message>
    <message>
        <source>Head {0}</source>
        <translation>头 {0}</translation>
    </message>
    <message>
        <source>Choose the head that is shown</source>
        <translation>选择要显示的头</translation>
    </message>
    <message>
        <source>An alignment can be shown for translations, such as dates and reversed strings.</source>
        <translation>序列转换任务（如日期和倒序字符串）可以显示对齐。</translation>
    </message>
    <message>
        <source>true: {0}</source>
        <translation>正确：{0}</translation>
    </message>
    <message>
        <source>{0}–{1} of {2}</source>
        <translation>{0}–{1}，共 {2}</translation>
    </message>
    <message>
        <source>Written on its own, for the next samples</source>
        <translation>对后面的样本自行生成的结果</translation>
    </message>
    <message>
        <source>No attention from what is written to the source: nothing to draw but the texts</source>
        <translation>写出的内容对原文没有注意力：除文字之外没有可画的</translation>
    </message>
    <message>
        <source>Writing {0} ({1} sure)</source>
        <translation>写出 {0}（把握 {1}）</translation>
    </message>
    <message>
        <source>looks at {0}, step {1}</source>
        <translation>关注 {0}，第 {1} 步</translation>
    </message>
</context>
<context>
    <name>AnalysisModel</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>waits for {0}</source>
        <translation>等待 {0}</translation>
    </message>
    <message>
        <source>Order of computation</source>
        <translation>计算次序</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Shape of the output; N is the batch</source>
        <translation>输出的形状；N 为批大小</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Trainable</source>
        <translation>可训练</translation>
    </message>
    <message>
        <source>Parameters that learn</source>
        <translation>参与学习的参数</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Parameters that do not learn</source>
        <translation>不参与学习的参数</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>Multiply-accumulate operations for one sample, forward</source>
        <translation>一个样本前向计算所需的乘加运算（MAC）次数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>What the layer and its activation write for a batch, in 32-bit numbers</source>
        <translation>该层及其激活函数对一个批次写入的数据量，按 32 位数计</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>Receptive field: how far along the longer side of the input one output looks</source>
        <translation>感受野：一个输出沿输入的较长边能看到多远</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>AnalysisPanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>The network is being worked out.</source>
        <translation>正在计算网络。</translation>
    </message>
    <message>
        <source>{0}: {1} layers, memory for a batch of {2}</source>
        <translation>{0}：{1} 层，内存按每批 {2} 个样本计</translation>
    </message>
    <message>
        <source>The table is on the clipboard</source>
        <translation>表格已复制到剪贴板</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>The table could not be written: {0}</source>
        <translation>无法写入表格：{0}</translation>
    </message>
    <message>
        <source>The table is in {0}</source>
        <translation>表格已保存到 {0}</translation>
    </message>
</context>
<context>
    <name>AnalysisTable</name>
    <message>
        <source>Layers of the network</source>
        <translation>网络的各层</translation>
    </message>
</context>
<context>
    <name>AttentionView</name>
    <message>
        <source>Choose the layer with attention that is shown</source>
        <translation>选择要显示的注意力层</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>This network has no attention: add a layer such as Self-attention or Transformer encoder.</source>
        <translation>这个网络没有注意力：请添加自注意力或 Transformer 编码器之类的层。</translation>
    </message>
    <message>
        <source>Rows look at columns</source>
        <translation>行关注列</translation>
    </message>
    <message>
        <source>Head {0}</source>
        <translation>头 {0}</translation>
    </message>
    <message>
        <source>{0} (step {1}) looks at {2} (step {3})</source>
        <translation>{0}（第 {1} 步）关注 {2}（第 {3} 步）</translation>
    </message>
</context>
<context>
    <name>AugmentationSection</name>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Show other samples with other random numbers.</source>
        <translation>用另一组随机数显示其他样本。</translation>
    </message>
    <message>
        <source>Other samples</source>
        <translation>其他样本</translation>
    </message>
</context>
<context>
    <name>AugmentedSamples</name>
    <message>
        <source>Each step sees other versions; only training samples are changed.</source>
        <translation>每一步看到不同的版本；只改变训练样本。</translation>
    </message>
    <message>
        <source>None of {0} versions differs.</source>
        <translation>{0} 个版本都没有变化。</translation>
    </message>
</context>
<context>
    <name>AxesChoice</name>
    <message>
        <source>axes</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>Which numbers of the code span the plane</source>
        <translation>由编码的哪些数张成平面</translation>
    </message>
    <message>
        <source>principal components</source>
        <translation>主成分</translation>
    </message>
</context>
<context>
    <name>BalanceButton</name>
    <message>
        <source>Balanced class weights</source>
        <translation>平衡的类别权重</translation>
    </message>
    <message>
        <source>Lets each class count alike, however few samples it has: N / (K · nₖ) for nₖ of N samples and K classes. (King &amp; Zeng, 2001)</source>
        <translation>不论样本多少，各类别一视同仁：N 个样本、K 个类别、某类有 nₖ 个样本时，其权重为 N / (K · nₖ)。(King &amp; Zeng, 2001)</translation>
    </message>
    <message>
        <source>Balance the classes</source>
        <translation>平衡各类别</translation>
    </message>
</context>
<context>
    <name>BlockActions</name>
    <message>
        <source>&amp;Fold into a block…</source>
        <translation>折叠为块(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Open or close the block in place</source>
        <translation>就地打开或关闭块(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Unfold the block into its layers</source>
        <translation>把块展开为各层(&amp;U)</translation>
    </message>
    <message>
        <source>Make its &amp;own copy of the block</source>
        <translation>创建块的独立副本(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove unused blocks</source>
        <translation>移除未使用的块(&amp;R)</translation>
    </message>
</context>
<context>
    <name>BlockCommands</name>
    <message>
        <source>Select a block, or a layer inside an opened one.</source>
        <translation>请选择一个块，或已打开的块中的一层。</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Make its own copy</source>
        <translation>创建独立副本</translation>
    </message>
    <message>
        <source>This block cannot be opened: it is missing, or its values do not fit.</source>
        <translation>无法打开这个块：它不存在，或参数值不合适。</translation>
    </message>
    <message>
        <source>Every block is in use.</source>
        <translation>所有块都在使用中。</translation>
    </message>
    <message>
        <source>Open in place</source>
        <translation>就地打开</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Close the block</source>
        <translation>关闭块</translation>
    </message>
    <message>
        <source>Fold into a block…</source>
        <translation>折叠为块…</translation>
    </message>
</context>
<context>
    <name>BlockSection</name>
    <message>
        <source>Name of the block</source>
        <translation>块的名称</translation>
    </message>
    <message>
        <source>What the block is called, wherever it is used.</source>
        <translation>块的名称，在所有使用处都相同。</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show the layers of the block in its place.</source>
        <translation>在原处显示块中的各层。</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Put its layers in its place for good.</source>
        <translation>用块中的各层永久取代它。</translation>
    </message>
    <message>
        <source>Make its own copy</source>
        <translation>创建独立副本</translation>
    </message>
    <message>
        <source>Give this use a block that no other shares, to edit alone.</source>
        <translation>让此处使用不与别处共享的块，可单独编辑。</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Let each use choose a value of a layer inside.</source>
        <translation>让每处使用都能自选块内某层的一个值。</translation>
    </message>
    <message>
        <source>Used once</source>
        <translation>使用 1 处</translation>
    </message>
    <message>
        <source>Used {0} times: a change inside changes them all</source>
        <translation>使用 {0} 处：块内的更改会影响全部</translation>
    </message>
    <message>
        <source>This experiment lacks the block.</source>
        <translation>此实验中没有这个块。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A value that each use of the block chooses.</source>
        <translation>块的每处使用各自选择的值。</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
    <message>
        <source>Remove this parameter from the block</source>
        <translation>从块中移除此参数</translation>
    </message>
</context>
<context>
    <name>BoundaryView</name>
    <message>
        <source>Decision boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <source>test points</source>
        <translation>测试点</translation>
    </message>
    <message>
        <source>validation points</source>
        <translation>验证点</translation>
    </message>
    <message>
        <source>Show the samples that the network does not train on</source>
        <translation>显示不参与训练的样本</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑着色</translation>
    </message>
    <message>
        <source>Shade by the size of the answer, or show only which side wins</source>
        <translation>按输出大小着色，或只显示判为哪一类</translation>
    </message>
    <message>
        <source>A boundary can be drawn for data with two inputs on a plane, such as circle, spiral or moons.</source>
        <translation>只有平面上两个输入的数据才能画出决策边界，例如圆环、螺旋或双月。</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>acc</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
</context>
<context>
    <name>CanvasCommands</name>
    <message>
        <source>Add {layer}</source>
        <translation>添加{layer}</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Rewire</source>
        <translation>重新连线</translation>
    </message>
    <message>
        <source>Branch to {layer}</source>
        <translation>分支到{layer}</translation>
    </message>
    <message>
        <source>Reorder</source>
        <translation>调整次序</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete with wires</source>
        <translation>连同连线删除</translation>
    </message>
    <message>
        <source>Replace by {layer}</source>
        <translation>替换为{layer}</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>等距分布</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>整理布局</translation>
    </message>
    <message>
        <source>Change units</source>
        <translation>更改单元数</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>解冻</translation>
    </message>
</context>
<context>
    <name>CanvasPanel</name>
    <message>
        <source>This network has no layers. Drag one from Layers, or add the first here.</source>
        <translation>这个网络还没有层。从“网络层”拖入一层，或在这里添加第一层。</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Layers in order: {list}.</source>
        <translation>各层依次为：{list}。</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Select one layer to replace it.</source>
        <translation>请选择要替换的一层。</translation>
    </message>
    <message>
        <source>Select one layer to move it along its chain.</source>
        <translation>请选择一层，再沿链移动。</translation>
    </message>
    <message>
        <source>Select two layers or more to align them.</source>
        <translation>请选择至少两层来对齐。</translation>
    </message>
    <message>
        <source>Select three layers or more to space them out.</source>
        <translation>请选择至少三层来等距分布。</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>没有匹配项。</translation>
    </message>
</context>
<context>
    <name>ClassBalance</name>
    <message>
        <source>Class balance</source>
        <translation>类别平衡</translation>
    </message>
    <message>
        <source>Training samples of each class</source>
        <translation>每个类别的训练样本数</translation>
    </message>
    <message>
        <source>{0} classes of {1} to {2} training samples</source>
        <translation>{0} 个类别，各有 {1} 到 {2} 个训练样本</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>PyTorch source of the network</source>
        <translation>网络的 PyTorch 源代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The source of the network is on the clipboard.</source>
        <translation>网络的源代码已复制到剪贴板。</translation>
    </message>
    <message>
        <source>network {0}</source>
        <translation>网络 {0}</translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>Selected layer</source>
        <translation>所选层</translation>
    </message>
    <message>
        <source>Selected edge</source>
        <translation>所选连线</translation>
    </message>
    <message>
        <source>Show variant: {0}</source>
        <translation>显示变体：{0}</translation>
    </message>
    <message>
        <source>Rename variant: {0}</source>
        <translation>重命名变体：{0}</translation>
    </message>
    <message>
        <source>Duplicate variant: {0}</source>
        <translation>创建变体副本：{0}</translation>
    </message>
    <message>
        <source>Delete variant: {0}</source>
        <translation>删除变体：{0}</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>添加变体</translation>
    </message>
    <message>
        <source>Add layer: {0}</source>
        <translation>添加层：{0}</translation>
    </message>
    <message>
        <source>Go to layer: {0}</source>
        <translation>转到层：{0}</translation>
    </message>
    <message>
        <source>Use data: {0}</source>
        <translation>使用数据：{0}</translation>
    </message>
    <message>
        <source>Learn by: {0}</source>
        <translation>训练目标：{0}</translation>
    </message>
    <message>
        <source>Open lesson: {0}</source>
        <translation>打开课程：{0}</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Compare with…</source>
        <translation>对比…</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>The other network</source>
        <translation>另一个网络</translation>
    </message>
    <message>
        <source>Choose what to compare this network with: an earlier state, another variant, network or file.</source>
        <translation>选择与此网络对比的对象：先前的状态、另一个变体、网络或文件。</translation>
    </message>
    <message>
        <source>Compared with {0}</source>
        <translation>对比：{0}</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>the network as saved</source>
        <translation>已保存的网络</translation>
    </message>
    <message>
        <source>the network as opened</source>
        <translation>打开时的网络</translation>
    </message>
    <message>
        <source>the network before “{0}”</source>
        <translation>“{0}”之前的网络</translation>
    </message>
    <message>
        <source>variant {0}</source>
        <translation>变体 {0}</translation>
    </message>
    <message>
        <source>network {0}</source>
        <translation>网络 {0}</translation>
    </message>
    <message>
        <source>Compare with an experiment</source>
        <translation>与实验对比</translation>
    </message>
    <message>
        <source>Experiments (*.json);;All files (*)</source>
        <translation>实验 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The two networks are the same.</source>
        <translation>两个网络相同。</translation>
    </message>
    <message>
        <source>{0} added, {1} removed, {2} changed</source>
        <translation>新增 {0}，移除 {1}，更改 {2}</translation>
    </message>
    <message>
        <source>Layers: {0}. Wires that differ: {1}.</source>
        <translation>层：{0}。不同的连线：{1}。</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>CsvPanel</name>
    <message>
        <source>Your file</source>
        <translation>你的文件</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target is a</source>
        <translation>目标类型</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Scale target</source>
        <translation>标准化目标</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <source>{0} rows · {1} columns</source>
        <translation>{0} 行 · {1} 列</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{0} different values</source>
        <translation>{0} 个不同的值</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>train ┄</source>
        <translation>训练 ┄</translation>
    </message>
    <message>
        <source>Show the training set, dotted</source>
        <translation>显示训练集（虚线）</translation>
    </message>
    <message>
        <source>test —</source>
        <translation>测试 —</translation>
    </message>
    <message>
        <source>Show the test set, solid</source>
        <translation>显示测试集（实线）</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Draw the values on a logarithmic scale</source>
        <translation>使用对数刻度</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Average over neighbouring epochs; the exact curve stays faintly behind</source>
        <translation>对相邻各轮取平均；原始曲线以浅色保留</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑程度</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Undo zooming; a double click does the same</source>
        <translation>取消缩放；双击效果相同</translation>
    </message>
    <message>
        <source>Show the validation set, solid</source>
        <translation>显示验证集（实线）</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 轮</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>test {0}</source>
        <translation>测试 {0}</translation>
    </message>
    <message>
        <source>Training begins …</source>
        <translation>训练即将开始…</translation>
    </message>
    <message>
        <source>{0} epochs</source>
        <translation>{0} 轮</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Coord. noise</source>
        <translation>坐标噪声</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数据</translation>
    </message>
    <message>
        <source>Open a CSV or NumPy file…</source>
        <translation>打开 CSV 或 NumPy 文件…</translation>
    </message>
    <message>
        <source>Learn from a table or from arrays of your own; files can also be dropped here.</source>
        <translation>用自己的表格或数组来学习；也可以把文件拖到这里。</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>你的文件</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Draw and split anew, with the next data seed.</source>
        <translation>用下一个数据种子重新抽样和划分。</translation>
    </message>
    <message>
        <source>New data</source>
        <translation>新数据</translation>
    </message>
    <message>
        <source>Change data to {0}</source>
        <translation>数据改为{0}</translation>
    </message>
    <message>
        <source>Change data</source>
        <translation>更改数据</translation>
    </message>
    <message>
        <source>Open a CSV or NumPy file</source>
        <translation>打开 CSV 或 NumPy 文件</translation>
    </message>
    <message>
        <source>This version does not know these data; choose others to train.</source>
        <translation>此版本不认识这份数据；请选择其他数据来训练。</translation>
    </message>
    <message>
        <source>{0} nodes</source>
        <translation>{0} 个节点</translation>
    </message>
    <message>
        <source>{0} train</source>
        <translation>{0} 训练</translation>
    </message>
</context>
<context>
    <name>DataSets</name>
    <message>
        <source>More data</source>
        <translation>更多数据</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Tear off, or put back</source>
        <translation>弹出为窗口，或放回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The training process is not running.</source>
        <translation>训练进程没有运行。</translation>
    </message>
    <message>
        <source>exit code {0}</source>
        <translation>退出代码 {0}</translation>
    </message>
    <message>
        <source>The training process ended.</source>
        <translation>训练进程已结束。</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>This version does not know it; pick another one to train.</source>
        <translation>此版本不认识它；请另选一个来训练。</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>A change starts the training anew.</source>
        <translation>更改后将重新开始训练。</translation>
    </message>
</context>
<context>
    <name>ExperimentRow</name>
    <message>
        <source>A change starts the training anew.</source>
        <translation>更改后将重新开始训练。</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
    <message>
        <source>How many samples make one step; the gradient is their mean.</source>
        <translation>每一步使用多少样本；梯度取它们的平均。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>stochastic</source>
        <translation>随机梯度</translation>
    </message>
    <message>
        <source>full batch</source>
        <translation>全批</translation>
    </message>
    <message>
        <source>mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>1 = stochastic, {0} = full batch</source>
        <translation>1 为随机梯度，{0} 为全批</translation>
    </message>
    <message>
        <source>1 step per epoch</source>
        <translation>每轮 1 步</translation>
    </message>
    <message>
        <source>{0} steps per epoch</source>
        <translation>每轮 {0} 步</translation>
    </message>
    <message>
        <source>{0}, {1}. {2}.</source>
        <translation>{0}，{1}。{2}。</translation>
    </message>
    <message>
        <source>How many times training goes through all samples.</source>
        <translation>训练遍历全部样本的次数。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Decides initial weights, order of batches and dropout.</source>
        <translation>决定初始权重、批次顺序和 Dropout。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Where to compute; auto takes a graphics card where it is faster.</source>
        <translation>在哪里计算；自动时若显卡更快则用显卡。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>The numbers of the forward and backward pass; weights stay float32. Mixed precision is faster and needs less memory on a CUDA device; float16 scales the loss so that small gradients do not vanish.</source>
        <translation>前向和反向传播所用的数值类型；权重保持 float32。混合精度在 CUDA 设备上更快、更省内存；float16 会放大损失，以免小梯度消失。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>Let PyTorch take every step, so that an exported script gives the same numbers to the last digit. Without it, small dense networks are trained by machine code from step 1,000 on, many times as fast, and differ in the seventh digit.</source>
        <translation>每一步都由 PyTorch 执行，使导出的脚本得到的数值逐位相同。不勾选时，小型全连接网络从第 1,000 步起由机器码训练，速度快许多倍，数值从第七位有效数字起有差别。</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
</context>
<context>
    <name>FactorField</name>
    <message>
        <source>Freeze: keep the weights of this layer as they are.</source>
        <translation>冻结：保持这一层的权重不变。</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Something went wrong in nnplayground itself.</source>
        <translation>nnplayground 自身出现了错误。</translation>
    </message>
    <message>
        <source>Your experiment is still open; save it to be safe.</source>
        <translation>你的实验仍然打开着；为稳妥起见请保存。</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>{0} was not opened: {1}.</source>
        <translation>未能打开 {0}：{1}。</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Not saved: {0}.</source>
        <translation>未保存：{0}。</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>要保存对“{0}”的更改吗？</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>如果不保存，更改将会丢失。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Do not save</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Not exported: {0}</source>
        <translation>未导出：{0}</translation>
    </message>
    <message>
        <source>Exported {0}</source>
        <translation>已导出 {0}</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>FiltersView</name>
    <message>
        <source>Filters</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Choose the layer that is shown</source>
        <translation>选择要显示的层</translation>
    </message>
    <message>
        <source>Filter {0}</source>
        <translation>卷积核 {0}</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Unit {0}</source>
        <translation>单元 {0}</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>This network has no filters: add a layer such as Conv 2d, or one Linear layer behind Flatten.</source>
        <translation>这个网络没有卷积核：请添加二维卷积之类的层，或在展平之后只放一个线性层。</translation>
    </message>
    <message>
        <source>The first {0} of {1} filters</source>
        <translation>{1} 个卷积核中的前 {0} 个</translation>
    </message>
    <message>
        <source>The first {0} of {1} input channels of each</source>
        <translation>各取 {1} 个输入通道中的前 {0} 个</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>Takes effect at the next step, without a reset.</source>
        <translation>从下一步起生效，无需重置。</translation>
    </message>
    <message>
        <source>A change restarts training.</source>
        <translation>更改后训练会重新开始。</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Press Play to train</source>
        <translation>按“播放”开始训练</translation>
    </message>
    <message>
        <source>Choose data that are graphs, such as the karate club, to see the graph here.</source>
        <translation>选择图数据（如空手道俱乐部），这里就会显示图。</translation>
    </message>
    <message>
        <source>how alike nodes are</source>
        <translation>节点相似度</translation>
    </message>
    <message>
        <source>fill: predicted, ring: true class</source>
        <translation>填充：预测类别；外圈：真实类别</translation>
    </message>
    <message>
        <source>label known in training</source>
        <translation>训练时标签已知</translation>
    </message>
    <message>
        <source>held out to test</source>
        <translation>留作测试</translation>
    </message>
    <message>
        <source>predicted wrong</source>
        <translation>预测错误</translation>
    </message>
    <message>
        <source>reach {0} · {1} of {2}</source>
        <translation>{0} 步之内 · {1} / {2} 个节点</translation>
    </message>
    <message>
        <source>{0} · alike {1}</source>
        <translation>{0} · 相似度 {1}</translation>
    </message>
    <message>
        <source>{0} {1} · is {2}</source>
        <translation>{0} {1} · 实为 {2}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>acc</source>
        <translation>准确</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>node {0} · neighbours: {1}</source>
        <translation>节点 {0} · 邻居数：{1}</translation>
    </message>
</context>
<context>
    <name>HeldOut</name>
    <message>
        <source>val.</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>On test data at epoch {0}:</source>
        <translation>第 {0} 轮在测试集上：</translation>
    </message>
    <message>
        <source>Losses and metrics, with the weights as they are, on samples that have neither trained nor chosen anything. Each look costs the test set some of its worth: what you choose by it, it can no longer test. It is measured by itself once, at the end of the training.</source>
        <translation>以当前权重，在既未用于训练、也未用于任何选择的样本上计算损失和评价指标。每看一次，测试集的价值就减少一些：凭它做出的选择，不能再用它来检验。训练结束时会自动评估一次。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>HiddenView</name>
    <message>
        <source>Hidden state</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>Choose the layer that is shown</source>
        <translation>选择要显示的层</translation>
    </message>
    <message>
        <source>gates</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Show what the gates of a GRU or an LSTM let through</source>
        <translation>显示 GRU 或 LSTM 的门放行了什么</translation>
    </message>
    <message>
        <source>No layer here reads a sequence: choose such data, then add an RNN, GRU or LSTM.</source>
        <translation>这里没有读取序列的层：请选择序列数据，再添加 RNN、GRU 或 LSTM。</translation>
    </message>
    <message>
        <source>1 unit by step</source>
        <translation>1 个单元，按步</translation>
    </message>
    <message>
        <source>{0} units by step</source>
        <translation>{0} 个单元，按步</translation>
    </message>
    <message>
        <source>The first {0} of {1} units by step</source>
        <translation>{1} 个单元中的前 {0} 个，按步</translation>
    </message>
    <message>
        <source>Hidden state h</source>
        <translation>隐藏状态 h</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Gradient of the loss by step, {0}</source>
        <translation>损失对各步的梯度，{0}</translation>
    </message>
    <message>
        <source>Cell c</source>
        <translation>细胞状态 c</translation>
    </message>
    <message>
        <source>Input gate i</source>
        <translation>输入门 i</translation>
    </message>
    <message>
        <source>Forget gate f</source>
        <translation>遗忘门 f</translation>
    </message>
    <message>
        <source>Output gate o</source>
        <translation>输出门 o</translation>
    </message>
    <message>
        <source>New content g</source>
        <translation>候选内容 g</translation>
    </message>
    <message>
        <source>Reset gate r</source>
        <translation>重置门 r</translation>
    </message>
    <message>
        <source>Update gate z</source>
        <translation>更新门 z</translation>
    </message>
    <message>
        <source>New content n</source>
        <translation>候选内容 n</translation>
    </message>
    <message>
        <source>Step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>unit {0}</source>
        <translation>单元 {0}</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Show the biases of each layer too</source>
        <translation>同时显示各层的偏置</translation>
    </message>
    <message>
        <source>{0} weights</source>
        <translation>{0} 个权重</translation>
    </message>
    <message>
        <source>mean {0} ± {1}</source>
        <translation>均值 {0} ± {1}</translation>
    </message>
    <message>
        <source>This network has no weights yet: add a layer such as Linear.</source>
        <translation>这个网络还没有权重：请添加线性层之类的层。</translation>
    </message>
    <message>
        <source>{0} · bias</source>
        <translation>{0} · 偏置</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>As opened</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>{0} · saved</source>
        <translation>{0} · 已保存</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History of edits</source>
        <translation>编辑历史</translation>
    </message>
    <message>
        <source>Enter goes to the state behind an edit.</source>
        <translation>按 Enter 转到该编辑之后的状态。</translation>
    </message>
    <message>
        <source>No edits yet. Change the network, the data or the training; each step is listed here.</source>
        <translation>还没有编辑。更改网络、数据或训练后，每一步都会列在这里。</translation>
    </message>
</context>
<context>
    <name>HoverMap</name>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Let learn</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>重新初始化</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>{layer} · unit {n}</source>
        <translation>{layer} · 单元 {n}</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>零占比</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>sample +{0}</source>
        <translation>样本 +{0}</translation>
    </message>
    <message>
        <source>+{0} more in Weights</source>
        <translation>另有 {0} 个见“权重”</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Initialiser</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>How weights start, in every layer without an own choice.</source>
        <translation>没有单独设置的各层，其权重的初始值。</translation>
    </message>
    <message>
        <source>Select a layer on the canvas to see and change it here.</source>
        <translation>在画布上选择一层，即可在此查看和修改。</translation>
    </message>
    <message>
        <source>Values differ; a change sets all of them.</source>
        <translation>各层的值不同；更改会应用到全部。</translation>
    </message>
    <message>
        <source>This version does not know this layer; delete it to train.</source>
        <translation>此版本不认识这一层；删除它才能训练。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>The function behind the layer.</source>
        <translation>这一层之后的函数。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>How the weights of this layer start.</source>
        <translation>这一层权重的初始值。</translation>
    </message>
    <message>
        <source>Network default</source>
        <translation>网络默认</translation>
    </message>
    <message>
        <source>LR factor</source>
        <translation>学习率倍数</translation>
    </message>
    <message>
        <source>Multiplies the learning rate of this layer. 0 freezes it.</source>
        <translation>乘在这一层的学习率上；0 表示冻结。</translation>
    </message>
    <message>
        <source>Frozen: this layer keeps its weights.</source>
        <translation>已冻结：这一层的权重保持不变。</translation>
    </message>
    <message>
        <source>Shares with</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <source>Takes its weights from another layer (weight tying): those of the same name and shape are one. That layer&apos;s initialiser, LR factor and regularisers then hold for them.</source>
        <translation>使用另一层的权重（权重绑定）：名称和形状都相同的权重是同一份，它们的初始化、学习率倍数和正则化以那一层为准。</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Copy the selected layers.</source>
        <translation>复制所选的层。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected layers.</source>
        <translation>删除所选的层。</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>{0} × {1}</source>
        <translation>{0} × {1}</translation>
    </message>
    <message>
        <source>{0} layers · {1} parameters · {2} MACs per sample</source>
        <translation>{0} 层 · {1} 个参数 · 每样本 {2} 次乘加</translation>
    </message>
    <message>
        <source>{0} parameters · {1} MACs</source>
        <translation>{0} 个参数 · {1} 次乘加</translation>
    </message>
    <message>
        <source>{0} shared</source>
        <translation>{0} 个共享</translation>
    </message>
    <message>
        <source>Change layer</source>
        <translation>更改层</translation>
    </message>
    <message>
        <source>Change units</source>
        <translation>更改单元数</translation>
    </message>
    <message>
        <source>Change LR factor</source>
        <translation>更改学习率倍数</translation>
    </message>
    <message>
        <source>Share weights</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <source>Share no weights</source>
        <translation>不共享权重</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>重命名层</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Search layers</source>
        <translation>搜索网络层</translation>
    </message>
    <message>
        <source>{0} layers selected</source>
        <translation>已选择 {0} 层</translation>
    </message>
    <message>
        <source>Network canvas</source>
        <translation>网络画布</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Language: {0}</source>
        <translation>语言：{0}</translation>
    </message>
</context>
<context>
    <name>LatentView</name>
    <message>
        <source>Latent plane</source>
        <translation>潜平面</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Show where the test samples lie</source>
        <translation>显示测试样本所在的位置</translation>
    </message>
    <message>
        <source>made</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Show what is made at each place of the plane</source>
        <translation>显示平面上每个位置生成的内容</translation>
    </message>
    <message>
        <source>This plane is there for networks that make samples from a code: choose the objective Autoencoding, Variational autoencoding or Adversarial.</source>
        <translation>潜平面用于由编码生成样本的网络：请选择训练目标“自编码”“变分自编码”或“对抗”。</translation>
    </message>
    <message>
        <source>misses</source>
        <translation>重建误差</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>acc</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>made from the plane</source>
        <translation>由平面生成</translation>
    </message>
    <message>
        <source>samples and restored</source>
        <translation>样本与还原结果</translation>
    </message>
    <message>
        <source>PC1</source>
        <translation>主成分 1</translation>
    </message>
    <message>
        <source>PC2</source>
        <translation>主成分 2</translation>
    </message>
</context>
<context>
    <name>LayerPicker</name>
    <message>
        <source>Search layers</source>
        <translation>搜索网络层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>网络层</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>块</translation>
    </message>
</context>
<context>
    <name>LayerStrengths</name>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>This experiment is no lesson. Choose one under Lessons.</source>
        <translation>这个实验不是课程。请在“课程”中选择一课。</translation>
    </message>
    <message>
        <source>Lesson: {0}</source>
        <translation>课程：{0}</translation>
    </message>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>LessonTile</name>
    <message>
        <source>{0} parameters</source>
        <translation>{0} 个参数</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>There are no lessons in {0}.</source>
        <translation>{0} 中没有课程。</translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>Show the loss of the {0}</source>
        <translation>显示{0}的损失</translation>
    </message>
    <message>
        <source>best {0}</source>
        <translation>最佳 {0}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Export &amp;plots</source>
        <translation>导出图表(&amp;P)</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>网络层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>当前层</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>播放控制</translation>
    </message>
    <message>
        <source>Starting again from the same initial weights</source>
        <translation>从相同的初始权重重新开始</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>Forget the weights</source>
        <translation>舍弃权重</translation>
    </message>
    <message>
        <source>New data</source>
        <translation>新数据</translation>
    </message>
    <message>
        <source>Open a &amp;lesson</source>
        <translation>打开课程(&amp;L)</translation>
    </message>
    <message>
        <source>Open a CSV or NumPy file</source>
        <translation>打开 CSV 或 NumPy 文件</translation>
    </message>
    <message>
        <source>nnplayground {0}

MIT licence. Built with Qt for Python (LGPL), pyqtgraph (MIT), PyTorch (BSD).</source>
        <translation>nnplayground {0}

MIT 许可证。基于 Qt for Python (LGPL)、pyqtgraph (MIT) 和 PyTorch (BSD)。</translation>
    </message>
    <message>
        <source>About nnplayground</source>
        <translation>关于 nnplayground</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>撤销：{0}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>重做：{0}(&amp;R)</translation>
    </message>
    <message>
        <source>The training process ended. Restart it from Problems; your experiment is unharmed.</source>
        <translation>训练进程已结束。请在“问题”中重新启动；你的实验没有受损。</translation>
    </message>
    <message>
        <source>A running training cannot take this change over: it starts again, unchanged layers kept.</source>
        <translation>正在进行的训练无法沿用这一更改：训练会重新开始，未改动的层保留权重。</translation>
    </message>
    <message>
        <source>A running training cannot take this change over: it starts again from initial weights.</source>
        <translation>正在进行的训练无法沿用这一更改：训练会从初始权重重新开始。</translation>
    </message>
    <message>
        <source>Problems {0}</source>
        <translation>问题 {0}</translation>
    </message>
</context>
<context>
    <name>MetricsView</name>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>no metrics</source>
        <translation>没有指标</translation>
    </message>
    <message>
        <source>Choose what to show</source>
        <translation>选择要显示的指标</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>loss of each batch</source>
        <translation>每批的损失</translation>
    </message>
    <message>
        <source>distance of made samples</source>
        <translation>生成样本的距离</translation>
    </message>
    <message>
        <source>score of real samples</source>
        <translation>真实样本的得分</translation>
    </message>
    <message>
        <source>score of made samples</source>
        <translation>生成样本的得分</translation>
    </message>
    <message>
        <source>loss of the generator</source>
        <translation>生成器的损失</translation>
    </message>
    <message>
        <source>loss of the discriminator</source>
        <translation>判别器的损失</translation>
    </message>
    <message>
        <source>loss of the teacher</source>
        <translation>教师的损失</translation>
    </message>
    <message>
        <source>IoU of boxes</source>
        <translation>边框 IoU</translation>
    </message>
    <message>
        <source>shapes found</source>
        <translation>找到的形状</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>重建误差</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>spread of the codes</source>
        <translation>编码的散布</translation>
    </message>
    <message>
        <source>accuracy of the teacher</source>
        <translation>教师的准确率</translation>
    </message>
    <message>
        <source>spread of number {0} of the codes</source>
        <translation>编码第 {0} 个数的散布</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Overview of the network</source>
        <translation>网络概览</translation>
    </message>
    <message>
        <source>The whole network: drag to pan, click to jump</source>
        <translation>整个网络：拖动平移，点击跳转</translation>
    </message>
</context>
<context>
    <name>ModelImport</name>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Models (*.onnx *.pt2)</source>
        <translation>模型 (*.onnx *.pt2)</translation>
    </message>
    <message>
        <source>{0} was not imported: {1}.</source>
        <translation>未能导入 {0}：{1}。</translation>
    </message>
    <message>
        <source>Importing {0}…</source>
        <translation>正在导入 {0}…</translation>
    </message>
    <message>
        <source>it could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>{0} was not imported.</source>
        <translation>未能导入 {0}。</translation>
    </message>
    <message>
        <source>Imported {0}: {1} layers, {2} parameters.</source>
        <translation>已导入 {0}：{1} 层，{2} 个参数。</translation>
    </message>
    <message>
        <source>Not known, and cannot train: {0}.</source>
        <translation>未知且无法训练：{0}。</translation>
    </message>
</context>
<context>
    <name>NameTitle</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The name on the card; click to change it.</source>
        <translation>卡片上的名称；点击可修改。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>NetworkActions</name>
    <message>
        <source>Delete &amp;without reconnecting</source>
        <translation>删除且不重新连接(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Replace by another layer…</source>
        <translation>替换为其他层(&amp;R)…</translation>
    </message>
    <message>
        <source>Move &amp;before the layer ahead</source>
        <translation>移到前一层之前(&amp;B)</translation>
    </message>
    <message>
        <source>Move be&amp;hind the next layer</source>
        <translation>移到后一层之后(&amp;H)</translation>
    </message>
    <message>
        <source>Select all that flows &amp;in</source>
        <translation>选择所有上游层(&amp;I)</translation>
    </message>
    <message>
        <source>Select all that is &amp;fed</source>
        <translation>选择所有下游层(&amp;F)</translation>
    </message>
    <message>
        <source>Align &amp;left sides</source>
        <translation>左对齐(&amp;L)</translation>
    </message>
    <message>
        <source>Align &amp;centres in a column</source>
        <translation>水平居中对齐(&amp;C)</translation>
    </message>
    <message>
        <source>Align &amp;right sides</source>
        <translation>右对齐(&amp;R)</translation>
    </message>
    <message>
        <source>Align &amp;tops</source>
        <translation>顶端对齐(&amp;T)</translation>
    </message>
    <message>
        <source>Align &amp;middles in a row</source>
        <translation>垂直居中对齐(&amp;M)</translation>
    </message>
    <message>
        <source>Align &amp;bottoms</source>
        <translation>底端对齐(&amp;B)</translation>
    </message>
    <message>
        <source>Equal gaps &amp;across</source>
        <translation>横向等距分布(&amp;A)</translation>
    </message>
    <message>
        <source>Equal gaps &amp;down</source>
        <translation>纵向等距分布(&amp;D)</translation>
    </message>
</context>
<context>
    <name>NetworkTabs</name>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add a network</source>
        <translation>添加网络</translation>
    </message>
    <message>
        <source>Rename network</source>
        <translation>重命名网络</translation>
    </message>
    <message>
        <source>Name of the network</source>
        <translation>网络的名称</translation>
    </message>
    <message>
        <source>Duplicate network</source>
        <translation>创建网络副本</translation>
    </message>
    <message>
        <source>Remove network</source>
        <translation>移除网络</translation>
    </message>
    <message>
        <source>Add network</source>
        <translation>添加网络</translation>
    </message>
    <message>
        <source>This network is the variant&apos;s own.</source>
        <translation>此网络为该变体独有。</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
</context>
<context>
    <name>NetworksActions</name>
    <message>
        <source>Show the &amp;next network</source>
        <translation>显示下一个网络(&amp;N)</translation>
    </message>
    <message>
        <source>Show the &amp;previous network</source>
        <translation>显示上一个网络(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Add a network</source>
        <translation>添加网络(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Rename the network…</source>
        <translation>重命名网络(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate the network</source>
        <translation>创建网络副本(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;move the network</source>
        <translation>移除网络(&amp;M)</translation>
    </message>
    <message>
        <source>Show two networks &amp;side by side</source>
        <translation>并排显示两个网络(&amp;S)</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>输出形状</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Search layers</source>
        <translation>搜索网络层</translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation>连接到…</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>断开连接…</translation>
    </message>
</context>
<context>
    <name>OutlineTree</name>
    <message>
        <source>Outline of the network</source>
        <translation>网络大纲</translation>
    </message>
</context>
<context>
    <name>OwnRegularizers</name>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Network default</source>
        <translation>网络默认</translation>
    </message>
    <message>
        <source>no {0}</source>
        <translation>无{0}</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Search layers</source>
        <translation>搜索网络层</translation>
    </message>
    <message>
        <source>No layer of that name.</source>
        <translation>没有这个名称的层。</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Blocks of this experiment</source>
        <translation>此实验的块</translation>
    </message>
    <message>
        <source>Blocks from the library</source>
        <translation>块库</translation>
    </message>
</context>
<context>
    <name>PredictionsView</name>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>最差优先</translation>
    </message>
    <message>
        <source>Show the images that the network is most wrong about</source>
        <translation>先显示网络错得最厉害的图像</translation>
    </message>
    <message>
        <source>The images before</source>
        <translation>前面的图像</translation>
    </message>
    <message>
        <source>The next images</source>
        <translation>后面的图像</translation>
    </message>
    <message>
        <source>Choose images with classes, such as Digits or Shape masks, to see what is said of each.</source>
        <translation>选择带类别的图像（如手写数字或形状掩码），即可查看对每幅图像的判断。</translation>
    </message>
    <message>
        <source>is {0}</source>
        <translation>实为 {0}</translation>
    </message>
    <message>
        <source>IoU {0}</source>
        <translation>IoU {0}</translation>
    </message>
    <message>
        <source>{0} right</source>
        <translation>{0} 正确</translation>
    </message>
    <message>
        <source>true outline</source>
        <translation>真实轮廓</translation>
    </message>
    <message>
        <source>true box</source>
        <translation>真实边框</translation>
    </message>
</context>
<context>
    <name>ProblemRow</name>
    <message>
        <source>Go to {0}</source>
        <translation>转到 {0}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Nothing stands in the way of training.</source>
        <translation>没有妨碍训练的问题。</translation>
    </message>
    <message>
        <source>The training process ended</source>
        <translation>训练进程已结束</translation>
    </message>
    <message>
        <source>Your experiment is unharmed. Restart goes on from the last checkpoint.</source>
        <translation>你的实验没有受损。重新启动会从上一个检查点继续。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Show the layer</source>
        <translation>显示该层</translation>
    </message>
</context>
<context>
    <name>QuickUnits</name>
    <message>
        <source>{0} units</source>
        <translation>{0} 个单元</translation>
    </message>
</context>
<context>
    <name>RatePlot</name>
    <message>
        <source>Loss over learning rate</source>
        <translation>损失随学习率的变化</translation>
    </message>
    <message>
        <source>Rate {0}: loss {1}, smoothed {2}</source>
        <translation>学习率 {0}：损失 {1}，平滑后 {2}</translation>
    </message>
</context>
<context>
    <name>RateTest</name>
    <message>
        <source>Range test…</source>
        <translation>范围测试…</translation>
    </message>
    <message>
        <source>Trains a copy for some 100 steps while the learning rate grows, to see where the loss falls and where it blows up. The training itself is not touched. (Smith, 2015)</source>
        <translation>训练一个副本约 100 步，其间学习率逐渐增大，看损失在哪里下降、在哪里发散。训练本身不受影响。(Smith, 2015)</translation>
    </message>
    <message>
        <source>Try out rates</source>
        <translation>试验学习率</translation>
    </message>
    <message>
        <source>Takes at most about two seconds.</source>
        <translation>最多约需两秒。</translation>
    </message>
    <message>
        <source>Sets the learning rate of the optimizer; it can be undone.</source>
        <translation>设置优化器的学习率；可以撤销。</translation>
    </message>
    <message>
        <source>This network cannot be trained yet; see what the problems say.</source>
        <translation>这个网络还不能训练；请看“问题”。</translation>
    </message>
    <message>
        <source>Training a copy with a growing rate…</source>
        <translation>正以逐渐增大的学习率训练副本…</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>采用 {0}</translation>
    </message>
    <message>
        <source>Went up to {0} without blowing up.</source>
        <translation>升到 {0} 仍未发散。</translation>
    </message>
    <message>
        <source>Stopped at {0}, for the loss had grown fourfold.</source>
        <translation>停在 {0}，因为损失已增至四倍。</translation>
    </message>
    <message>
        <source>Stopped at {0}, for the loss was not finite after it.</source>
        <translation>停在 {0}，因为之后损失不再是有限值。</translation>
    </message>
    <message>
        <source>Cut at {0}, for two seconds were over.</source>
        <translation>到 {0} 为止，因为两秒已到。</translation>
    </message>
    <message>
        <source>No rate is suggested, for the loss did not fall.</source>
        <translation>没有建议的学习率，因为损失没有下降。</translation>
    </message>
    <message>
        <source>Suggested: a tenth of the rate with the lowest loss.</source>
        <translation>建议值：损失最低处学习率的十分之一。</translation>
    </message>
    <message>
        <source>Ring: where it falls steepest, {0}.</source>
        <translation>圆圈：下降最陡处，{0}。</translation>
    </message>
</context>
<context>
    <name>SampleBar</name>
    <message>
        <source>The sample before</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>The next sample</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>Sample {0} of {1}</source>
        <translation>样本 {0} / {1}</translation>
    </message>
    <message>
        <source>Sample {0} of {1} · class {2}</source>
        <translation>样本 {0} / {1} · 类别 {2}</translation>
    </message>
    <message>
        <source>Sample {0} of {1} · target {2}</source>
        <translation>样本 {0} / {1} · 目标 {2}</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>The sample before</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>The next sample</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>Sample {0} of {1}</source>
        <translation>样本 {0} / {1}</translation>
    </message>
</context>
<context>
    <name>SecondView</name>
    <message>
        <source>The network {0}, to look at</source>
        <translation>网络 {0}（仅供查看）</translation>
    </message>
</context>
<context>
    <name>SharedWeights</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Split</name>
    <message>
        <source>How the samples are split</source>
        <translation>样本的划分</translation>
    </message>
    <message>
        <source>Measure on test data</source>
        <translation>在测试集上评估</translation>
    </message>
    <message>
        <source>train {0}</source>
        <translation>训练 {0}</translation>
    </message>
    <message>
        <source>validation {0}</source>
        <translation>验证 {0}</translation>
    </message>
    <message>
        <source>test {0}</source>
        <translation>测试 {0}</translation>
    </message>
</context>
<context>
    <name>SpreadPlot</name>
    <message>
        <source>Outputs of the layers before training</source>
        <translation>训练前各层的输出</translation>
    </message>
    <message>
        <source>{0}: mean {1}, standard deviation {2}</source>
        <translation>{0}：均值 {1}，标准差 {2}</translation>
    </message>
    <message>
        <source>{0} zero</source>
        <translation>{0} 为零</translation>
    </message>
    <message>
        <source>{0} saturated</source>
        <translation>{0} 饱和</translation>
    </message>
</context>
<context>
    <name>StartSpread</name>
    <message>
        <source>Outputs before training, by depth</source>
        <translation>训练前的输出，按深度</translation>
    </message>
    <message>
        <source>Standard deviation {0} → {1}.</source>
        <translation>标准差 {0} → {1}。</translation>
    </message>
    <message>
        <source>Bars: outputs that are 0 (grey) or saturated (amber).</source>
        <translation>条形：为 0 的输出（灰色）或饱和的输出（琥珀色）。</translation>
    </message>
    <message>
        <source>The signal blows up on its way.</source>
        <translation>信号在途中爆炸。</translation>
    </message>
    <message>
        <source>The signal fades on its way.</source>
        <translation>信号在途中消失。</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Not saved to a file yet</source>
        <translation>尚未保存到文件</translation>
    </message>
    <message>
        <source>{0} parameters     {1} MACs</source>
        <translation>{0} 个参数     {1} 次乘加</translation>
    </message>
    <message>
        <source>MACs: multiply-accumulate operations for one sample, forward</source>
        <translation>次乘加：一个样本前向计算所需的乘加运算（MAC）次数</translation>
    </message>
    <message>
        <source>engine {0} MB · window {1} MB</source>
        <translation>引擎 {0} MB · 窗口 {1} MB</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} 个问题</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>第 {0} 轮</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>{0} steps/s</source>
        <translation>{0} 步/秒</translation>
    </message>
</context>
<context>
    <name>SurgeryCommands</name>
    <message>
        <source>Freeze unit</source>
        <translation>冻结单元</translation>
    </message>
    <message>
        <source>Let unit learn</source>
        <translation>解冻单元</translation>
    </message>
    <message>
        <source>Switch unit off</source>
        <translation>关闭单元</translation>
    </message>
    <message>
        <source>Switch unit on</source>
        <translation>启用单元</translation>
    </message>
    <message>
        <source>Draw unit anew</source>
        <translation>重新初始化单元</translation>
    </message>
    <message>
        <source>Draw layer anew</source>
        <translation>重新初始化该层</translation>
    </message>
    <message>
        <source>Set weight</source>
        <translation>设置权重</translation>
    </message>
    <message>
        <source>Set bias</source>
        <translation>设置偏置</translation>
    </message>
    <message>
        <source>Undo surgery</source>
        <translation>还原单元改动</translation>
    </message>
</context>
<context>
    <name>SwitchRow</name>
    <message>
        <source>Switch on {0}</source>
        <translation>启用{0}</translation>
    </message>
    <message>
        <source>Switch off {0}</source>
        <translation>关闭{0}</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
</context>
<context>
    <name>Tick</name>
    <message>
        <source>Not yet</source>
        <translation>尚未达到</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未达到</translation>
    </message>
</context>
<context>
    <name>TintLegend</name>
    <message>
        <source>Gradient per weight</source>
        <translation>每个权重的梯度</translation>
    </message>
</context>
<context>
    <name>TitleEditor</name>
    <message>
        <source>Name of the layer</source>
        <translation>层的名称</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How gradients become steps.</source>
        <translation>如何由梯度得到更新步。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>How the learning rate changes from epoch to epoch.</source>
        <translation>学习率如何逐轮变化。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation>训练要减小的量。</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Initialiser</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>How weights start, in every layer without an own choice.</source>
        <translation>没有单独设置的各层，其权重的初始值。</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Over the lead of the true class.</source>
        <translation>横轴为真实类别的领先量。</translation>
    </message>
    <message>
        <source>Over the probability of the true class.</source>
        <translation>横轴为真实类别的概率。</translation>
    </message>
    <message>
        <source>Over the log-probability of the true class.</source>
        <translation>横轴为真实类别的对数概率。</translation>
    </message>
    <message>
        <source>Over the residual.</source>
        <translation>横轴为残差。</translation>
    </message>
    <message>
        <source>Over the logit of the true class.</source>
        <translation>横轴为真实类别的 logit。</translation>
    </message>
    <message>
        <source>Changes here reach the variant “{0}” alone.</source>
        <translation>这里的更改只影响变体“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” is the base: changes here reach every variant that has no value of its own.</source>
        <translation>“{0}”是基准：这里的更改会影响所有没有单独取值的变体。</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>训练目标</translation>
    </message>
    <message>
        <source>What the networks are trained for. Networks that it needs are added; no network is removed.</source>
        <translation>训练网络要达到的目标。会添加所需的网络；不会移除任何网络。</translation>
    </message>
    <message>
        <source>Nobody knows the curve before: it follows the validation loss.</source>
        <translation>曲线无法预知：它随验证损失变化。</translation>
    </message>
    <message>
        <source>Learning rate {0} → {1} over {2} epochs</source>
        <translation>学习率 {0} → {1}，共 {2} 轮</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>单批</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>单轮</translation>
    </message>
    <message>
        <source>Steps per second of each variant, from one to as fast as the machine can</source>
        <translation>每个变体每秒的步数，从一步到机器的最快速度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>/ {0} epochs</source>
        <translation>/ {0} 轮</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>种子 {0}</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>{0} / s</source>
        <translation>{0} / 秒</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Machine code made for this network takes the steps.</source>
        <translation>训练步由专为此网络生成的机器码执行。</translation>
    </message>
    <message>
        <source>PyTorch takes the first 1,000 steps; then machine code made for this network takes over.</source>
        <translation>前 1,000 步由 PyTorch 执行，之后改由专为此网络生成的机器码执行。</translation>
    </message>
    <message>
        <source>PyTorch takes the steps of several variants at once. Why there is no machine code: {0}</source>
        <translation>由 PyTorch 同时执行多个变体的训练步。没有专用机器码的原因：{0}</translation>
    </message>
    <message>
        <source>PyTorch takes the steps. Why there is no machine code: {0}</source>
        <translation>训练步由 PyTorch 执行。不用机器码的原因：{0}</translation>
    </message>
    <message>
        <source>The GPU replays a recorded step.</source>
        <translation>GPU 重放已录制的训练步。</translation>
    </message>
    <message>
        <source>PyTorch takes the first 100 steps; then the GPU replays a recorded one.</source>
        <translation>前 100 步由 PyTorch 执行；之后由 GPU 重放已录制的训练步。</translation>
    </message>
    <message>
        <source>PyTorch takes the steps. Why none is recorded for the GPU: {0}</source>
        <translation>由 PyTorch 执行训练步。没有为 GPU 录制的原因：{0}</translation>
    </message>
    <message>
        <source>training process lost</source>
        <translation>训练进程已丢失</translation>
    </message>
    <message>
        <source>to be read</source>
        <translation>仅供阅读</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>see Problems</source>
        <translation>见“问题”</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>slow motion</source>
        <translation>慢动作</translation>
    </message>
    <message>
        <source>{0} steps/s</source>
        <translation>{0} 步/秒</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>A tree can be drawn for data that are trees, such as expression trees.</source>
        <translation>数据是树（如表达式树）时，可以画出树。</translation>
    </message>
    <message>
        <source>{0} (predicted {1})</source>
        <translation>{0}（预测 {1}）</translation>
    </message>
    <message>
        <source>{0} = {1} (predicted {2})</source>
        <translation>{0} = {1}（预测 {2}）</translation>
    </message>
    <message>
        <source>Right by height above the leaves: {0} %</source>
        <translation>按距叶子的高度统计的正确率：{0}%</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Reset to {value}</source>
        <translation>恢复为 {value}</translation>
    </message>
</context>
<context>
    <name>VariantBar</name>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>+ variant</source>
        <translation>+ 变体</translation>
    </message>
    <message>
        <source>Train a copy side by side: same data, same initial weights, one thing changed.</source>
        <translation>并排训练一个副本：数据相同、初始权重相同，只改一处。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>变体的名称</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Add variant</source>
        <translation>添加变体</translation>
    </message>
    <message>
        <source>Rename variant</source>
        <translation>重命名变体</translation>
    </message>
    <message>
        <source>Delete variant</source>
        <translation>删除变体</translation>
    </message>
</context>
<context>
    <name>VersionsPlot</name>
    <message>
        <source>Augmented samples</source>
        <translation>增强后的样本</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>This network is here to be read and exported.</source>
        <translation>这个网络供阅读和导出。</translation>
    </message>
    <message>
        <source>This network cannot be trained yet; Problems says why.</source>
        <translation>这个网络还不能训练；原因见“问题”。</translation>
    </message>
    <message>
        <source>Press Play to train</source>
        <translation>按“播放”开始训练</translation>
    </message>
</context>
<context>
    <name>ViewFrame</name>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save numbers…</source>
        <translation>保存数据…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PNG 图片 (*.png);;SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Save numbers</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Copied the picture</source>
        <translation>已复制图片</translation>
    </message>
    <message>
        <source>Not saved: {0}.</source>
        <translation>未保存：{0}。</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
</context>
<context>
    <name>ViewHeader</name>
    <message>
        <source>Save and more</source>
        <translation>保存及更多</translation>
    </message>
</context>
<context>
    <name>WeightsSection</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Weights, a row for each unit</source>
        <translation>权重，每个单元一行</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import a model (ONNX, PyTorch)…</source>
        <translation>导入模型（ONNX、PyTorch）(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Export {0}…</source>
        <translation>导出{0}…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>创建副本(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Search &amp;actions…</source>
        <translation>搜索操作(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Step one &amp;batch</source>
        <translation>训练一批(&amp;B)</translation>
    </message>
    <message>
        <source>Step one &amp;epoch</source>
        <translation>训练一轮(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Reset to the same initial weights</source>
        <translation>重置到相同的初始权重(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;New seed: other initial weights and batch order</source>
        <translation>新种子：换一组初始权重和批次顺序(&amp;N)</translation>
    </message>
    <message>
        <source>New &amp;data of the same kind</source>
        <translation>同类的新数据(&amp;D)</translation>
    </message>
    <message>
        <source>Try out learning &amp;rates (range test)</source>
        <translation>试验学习率（范围测试）(&amp;R)</translation>
    </message>
    <message>
        <source>Measure on &amp;test data</source>
        <translation>在测试集上评估(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>减速(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加速(&amp;F)</translation>
    </message>
    <message>
        <source>Slow &amp;motion: one step per second</source>
        <translation>慢动作：每秒一步(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;ull speed</source>
        <translation>全速(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keep the weights of unchanged layers after an edit</source>
        <translation>编辑后保留未改动层的权重(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Forget the weights it starts from</source>
        <translation>舍弃作为起点的权重(&amp;F)</translation>
    </message>
    <message>
        <source>Restart the &amp;training process</source>
        <translation>重新启动训练进程(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Add a layer…</source>
        <translation>添加层(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Connect to…</source>
        <translation>连接到(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>断开连接(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Tidy the layout</source>
        <translation>整理布局(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Fit to window</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Zoom to the &amp;selection</source>
        <translation>缩放到所选(&amp;S)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Tint layers by &amp;gradient</source>
        <translation>按梯度给层着色(&amp;G)</translation>
    </message>
    <message>
        <source>Sample &amp;before, on the cards</source>
        <translation>卡片上的上一个样本(&amp;B)</translation>
    </message>
    <message>
        <source>Next &amp;sample, on the cards</source>
        <translation>卡片上的下一个样本(&amp;S)</translation>
    </message>
    <message>
        <source>Show the &amp;next variant</source>
        <translation>显示下一个变体(&amp;N)</translation>
    </message>
    <message>
        <source>Open a &amp;CSV or NumPy file as data…</source>
        <translation>打开 &amp;CSV 或 NumPy 文件作为数据…</translation>
    </message>
    <message>
        <source>Layout: &amp;Build</source>
        <translation>布局：搭建(&amp;B)</translation>
    </message>
    <message>
        <source>Layout: &amp;Train</source>
        <translation>布局：训练(&amp;T)</translation>
    </message>
    <message>
        <source>Layout: &amp;Analyse</source>
        <translation>布局：分析(&amp;A)</translation>
    </message>
    <message>
        <source>Show {0}</source>
        <translation>显示{0}</translation>
    </message>
    <message>
        <source>Tear off {0}</source>
        <translation>弹出{0}</translation>
    </message>
    <message>
        <source>Arrange: &amp;automatically</source>
        <translation>排列：自动(&amp;A)</translation>
    </message>
    <message>
        <source>Arrange: &amp;left to right</source>
        <translation>排列：从左到右(&amp;L)</translation>
    </message>
    <message>
        <source>Arrange: &amp;top to bottom</source>
        <translation>排列：从上到下(&amp;T)</translation>
    </message>
    <message>
        <source>Arrange: in &amp;rows</source>
        <translation>排列：分行(&amp;R)</translation>
    </message>
    <message>
        <source>A&amp;nalyze the network</source>
        <translation>分析网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Light or dark</source>
        <translation>浅色或深色(&amp;L)</translation>
    </message>
    <message>
        <source>Light or dark as the &amp;system</source>
        <translation>明暗跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Language: as the &amp;system</source>
        <translation>语言：跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Language: &amp;English</source>
        <translation>语言：English(&amp;E)</translation>
    </message>
    <message>
        <source>Language: &amp;Chinese (中文)</source>
        <translation>语言：中文(&amp;C)</translation>
    </message>
    <message>
        <source>Go to the &amp;canvas</source>
        <translation>转到画布(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About nnplayground</source>
        <translation>关于 nnplayground(&amp;A)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>在画布上</translation>
    </message>
    <message>
        <source>In the outline</source>
        <translation>在大纲中</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>A&amp;lign</source>
        <translation>对齐(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Blocks</source>
        <translation>块(&amp;B)</translation>
    </message>
    <message>
        <source>Se&amp;veral networks</source>
        <translation>多个网络(&amp;V)</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>显示(&amp;W)</translation>
    </message>
    <message>
        <source>A&amp;rrange the network</source>
        <translation>排列网络(&amp;R)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tear off</source>
        <translation>弹出(&amp;T)</translation>
    </message>
</context>
<context>
    <name>WritingView</name>
    <message>
        <source>Writing</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>draw again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Write another text with the same network</source>
        <translation>用同一个网络再写一段文本</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>that of a validation sample</source>
        <translation>取自一个验证样本</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>How boldly symbols are drawn: at 0 always the likeliest, above 1 more evenly than it thinks.</source>
        <translation>抽取符号的大胆程度：为 0 时总取最可能的，大于 1 时比网络的估计更均匀。</translation>
    </message>
    <message>
        <source>What the network writes</source>
        <translation>网络写出的内容</translation>
    </message>
    <message>
        <source>The darker a symbol&apos;s ground, the surer the network was of it</source>
        <translation>符号的底色越深，网络对它越有把握</translation>
    </message>
    <message>
        <source>Next symbol</source>
        <translation>下一个符号</translation>
    </message>
    <message>
        <source>What the network expects right after the beginning</source>
        <translation>紧接开头之后，网络预期的符号</translation>
    </message>
    <message>
        <source>Only a network that guesses the next symbol of a text can write one.</source>
        <translation>只有猜测文本下一个符号的网络才能写作。</translation>
    </message>
    <message>
        <source>1 letter of the beginning does not occur in the data.</source>
        <translation>开头有 1 个字母不在数据中。</translation>
    </message>
    <message>
        <source>{0} letters of the beginning do not occur in the data.</source>
        <translation>开头有 {0} 个字母不在数据中。</translation>
    </message>
</context>
<context>
    <name>_Kind</name>
    <message>
        <source>Network default</source>
        <translation>网络默认</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>单独设置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>blocks</name>
    <message>
        <source>Fold into a block</source>
        <translation>折叠为块</translation>
    </message>
    <message>
        <source>Unfold the block</source>
        <translation>展开块</translation>
    </message>
    <message>
        <source>Make its own copy</source>
        <translation>创建独立副本</translation>
    </message>
    <message>
        <source>Rename the block</source>
        <translation>重命名块</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Remove a parameter</source>
        <translation>移除参数</translation>
    </message>
    <message>
        <source>Remove unused blocks</source>
        <translation>移除未使用的块</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>{n} shared</source>
        <translation>{n} 个共享</translation>
    </message>
    <message>
        <source>waits for {0}</source>
        <translation>等待 {0}</translation>
    </message>
    <message>
        <source>1 param</source>
        <translation>1 个参数</translation>
    </message>
    <message>
        <source>{n} params</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Add layer after…</source>
        <translation>在其后添加层…</translation>
    </message>
    <message>
        <source>Let weights learn</source>
        <translation>恢复学习</translation>
    </message>
    <message>
        <source>Freeze weights</source>
        <translation>冻结权重</translation>
    </message>
    <message>
        <source>Replace by…</source>
        <translation>替换为…</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Select what flows in</source>
        <translation>选择上游</translation>
    </message>
    <message>
        <source>Select what is fed</source>
        <translation>选择下游</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Delete without reconnecting</source>
        <translation>删除且不重新连接</translation>
    </message>
    <message>
        <source>Shift+Del</source>
        <translation>Shift+Del</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Right</translation>
    </message>
    <message>
        <source>Before the layer ahead</source>
        <translation>移到前一层之前</translation>
    </message>
    <message>
        <source>Behind the next layer</source>
        <translation>移到后一层之后</translation>
    </message>
    <message>
        <source>Left sides</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Centres, in a column</source>
        <translation>水平居中</translation>
    </message>
    <message>
        <source>Right sides</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Tops</source>
        <translation>顶端对齐</translation>
    </message>
    <message>
        <source>Middles, in a row</source>
        <translation>垂直居中</translation>
    </message>
    <message>
        <source>Bottoms</source>
        <translation>底端对齐</translation>
    </message>
    <message>
        <source>Equal gaps across</source>
        <translation>横向等距</translation>
    </message>
    <message>
        <source>Equal gaps down</source>
        <translation>纵向等距</translation>
    </message>
    <message>
        <source>Insert layer…</source>
        <translation>插入层…</translation>
    </message>
    <message>
        <source>Start a branch…</source>
        <translation>新建分支…</translation>
    </message>
    <message>
        <source>Add layer…</source>
        <translation>添加层…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>整理布局</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>适合视图</translation>
    </message>
    <message>
        <source>{title}: opened in place</source>
        <translation>{title}：已就地打开</translation>
    </message>
    <message>
        <source>The clipboard holds too much to be layers.</source>
        <translation>剪贴板内容过大，不可能是网络层。</translation>
    </message>
    <message>
        <source>The clipboard holds a whole experiment. Save it as a file and open that file.</source>
        <translation>剪贴板中是一个完整的实验。请存为文件后再打开。</translation>
    </message>
    <message>
        <source>The clipboard holds no layers.</source>
        <translation>剪贴板中没有网络层。</translation>
    </message>
    <message>
        <source>The layers on the clipboard cannot be read: {reason}</source>
        <translation>无法读取剪贴板中的网络层：{reason}</translation>
    </message>
    <message>
        <source>Drop on a wire to insert there · Shift: reorder · Ctrl: copy · Esc: leave as it was</source>
        <translation>放到连线上即插入 · Shift：调整次序 · Ctrl：复制 · Esc：保持原样</translation>
    </message>
    <message>
        <source>Look at unit</source>
        <translation>查看单元</translation>
    </message>
    <message>
        <source>Let unit learn</source>
        <translation>解冻单元</translation>
    </message>
    <message>
        <source>Freeze unit</source>
        <translation>冻结单元</translation>
    </message>
    <message>
        <source>Switch unit on</source>
        <translation>启用单元</translation>
    </message>
    <message>
        <source>Switch unit off</source>
        <translation>关闭单元</translation>
    </message>
    <message>
        <source>Draw unit anew</source>
        <translation>重新初始化单元</translation>
    </message>
    <message>
        <source>Draw layer anew</source>
        <translation>重新初始化该层</translation>
    </message>
    <message>
        <source>Undo surgery on this layer</source>
        <translation>还原此层的单元改动</translation>
    </message>
    <message>
        <source>Drag to a layer to wire it, or to empty canvas to add one. Drag again to fork.</source>
        <translation>拖到某层即可连线，拖到空白处可添加一层。再次拖动可分叉。</translation>
    </message>
    <message>
        <source>Drag back to a layer to take its output; a wire that ends here comes off.</source>
        <translation>往回拖到某层以接入它的输出；已接在这里的连线会被取下。</translation>
    </message>
    <message>
        <source>Click to insert a layer here. Drag to fork: a branch starts at the source.</source>
        <translation>点击在此插入一层。拖动可分叉：从源头引出分支。</translation>
    </message>
    <message>
        <source>Drag the middle to fork, an end to rewire it. Drop a layer here to insert it.</source>
        <translation>拖动中间可分叉，拖动端点可重新连线。把层放到这里即插入。</translation>
    </message>
    <message>
        <source>One unit less</source>
        <translation>减少一个单元</translation>
    </message>
    <message>
        <source>One unit more</source>
        <translation>增加一个单元</translation>
    </message>
    <message>
        <source>Drop on another port to rewire, on empty canvas to delete the wire.</source>
        <translation>放到另一个端口可重新连线，放到空白处则删除连线。</translation>
    </message>
    <message>
        <source>Drop on a lit layer to wire it, on empty canvas to add a layer there.</source>
        <translation>放到亮起的层上即连线，放到空白处可添加一层。</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>(A,) and (B,) become (A + B,); all other dimensions must agree.</source>
        <translation>(A,) 和 (B,) 变为 (A + B,)；其他维度必须一致。</translation>
    </message>
    <message>
        <source>(x − y)². Classes become −1 and +1, or 0 and 1 for each of three and more.</source>
        <translation>(x − y)²。两类取 −1 和 +1；三类及以上时每类取 0 或 1。</translation>
    </message>
    <message>
        <source>(x1 + x2) / 10 for x1, x2 ~ U(−6, 6). Label noise: the target is that of the point shifted by U(−6, 6) · noise. Coordinate noise moves points by as much.</source>
        <translation>(x1 + x2) / 10，其中 x1, x2 ~ U(−6, 6)。标签噪声：目标取自移动 U(−6, 6) · 噪声 之后的点。坐标噪声使点移动同样的幅度。</translation>
    </message>
    <message>
        <source>1 is L1 alone, 0 is L2 alone.</source>
        <translation>1 为仅 L1，0 为仅 L2。</translation>
    </message>
    <message>
        <source>1 is a straight line; more falls faster at first.</source>
        <translation>1 为直线；更大则开始时降得更快。</translation>
    </message>
    <message>
        <source>1 − Σ(y − ŷ)² / Σ(y − ȳ)².</source>
        <translation>1 − Σ(y − ŷ)² / Σ(y − ȳ)²。</translation>
    </message>
    <message>
        <source>1,797 images from 43 people, pixels divided by 16. Alpaydin &amp; Kaynak, 1998. A dense layer needs Flatten before it.</source>
        <translation>来自 43 人的 1,797 张图像，像素值除以 16。Alpaydin &amp; Kaynak, 1998。接全连接层之前需要展平层。</translation>
    </message>
    <message>
        <source>1.2 sin(2πt / 25 + φ) + 0.7 sin(2πt / 7 + ψ) with normal noise; the phases come from the seed. Noise sets how well it can be told at best.</source>
        <translation>1.2 sin(2πt / 25 + φ) + 0.7 sin(2πt / 7 + ψ) 加正态噪声；相位由种子决定。噪声决定预测最多能有多准。</translation>
    </message>
    <message>
        <source>150 flowers, 4 inputs. Fisher, 1936.</source>
        <translation>150 朵花，4 个输入。Fisher, 1936。</translation>
    </message>
    <message>
        <source>178 wines, 13 inputs. Forina et al., 1991.</source>
        <translation>178 种酒，13 个输入。Forina 等, 1991。</translation>
    </message>
    <message>
        <source>2 · precision · recall / (precision + recall) of each class (macro average). van Rijsbergen, 1979.</source>
        <translation>每个类别的 2 · 精确率 · 召回率 / (精确率 + 召回率)（宏平均）。van Rijsbergen, 1979。</translation>
    </message>
    <message>
        <source>442 patients, 10 inputs; the target is (y − 152) / 77, about mean 0 and deviation 1. Efron et al., 2004.</source>
        <translation>442 位患者，10 个输入；目标为 (y − 152) / 77，均值约为 0，标准差约为 1。Efron 等, 2004。</translation>
    </message>
    <message>
        <source>569 tumours, 30 inputs. Street, Wolberg &amp; Mangasarian, 1993.</source>
        <translation>569 个肿瘤，30 个输入。Street, Wolberg &amp; Mangasarian, 1993。</translation>
    </message>
    <message>
        <source>A PyTorch script that stands alone and trains the same network on the same data.</source>
        <translation>可独立运行的 PyTorch 脚本，用相同的数据训练相同的网络。</translation>
    </message>
    <message>
        <source>A dense layer: each unit adds up all inputs, each times a weight of its own, and a bias.</source>
        <translation>全连接层：每个单元对所有输入加权求和，再加上偏置。</translation>
    </message>
    <message>
        <source>A disc and two rings around it, three classes in all.</source>
        <translation>一个圆盘和外面的两个圆环，共三类。</translation>
    </message>
    <message>
        <source>A disc of one class inside a ring of the other.</source>
        <translation>一类是圆盘，另一类是包围它的圆环。</translation>
    </message>
    <message>
        <source>A slanted plane: the target rises evenly from one corner to the other.</source>
        <translation>一个斜面：目标从一角到对角均匀上升。</translation>
    </message>
    <message>
        <source>A smooth relative of ReLU that dips a little below 0; also called swish.</source>
        <translation>ReLU 的平滑变种，在 0 以下略有凹陷；又称 swish。</translation>
    </message>
    <message>
        <source>A smooth relative of ReLU, used in most transformers.</source>
        <translation>ReLU 的平滑变种，多数 Transformer 使用它。</translation>
    </message>
    <message>
        <source>A spring that is pushed again and again, and each time comes to rest.</source>
        <translation>一根弹簧被反复推动，每次都逐渐静止。</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam whose weight decay shrinks the weights themselves, apart from the gradient.</source>
        <translation>权重衰减直接作用于权重、与梯度解耦的 Adam。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing divides by zero.</source>
        <translation>加在方差上，避免除以零。</translation>
    </message>
    <message>
        <source>Adds fresh noise to every sample at each step, so that the network cannot hold on to its exact numbers.</source>
        <translation>每一步都给每个样本加上新的噪声，使网络无法记住其确切数值。</translation>
    </message>
    <message>
        <source>Adds its inputs number by number; with one of them wired past other layers it makes a residual connection.</source>
        <translation>把各输入逐元素相加；若其中一路绕过其他层，就构成残差连接。</translation>
    </message>
    <message>
        <source>Adds strength · (l1_ratio · Σ|w| + (1 − l1_ratio) · Σw² / 2) to the loss. Biases are left alone. Zou &amp; Hastie, 2005.</source>
        <translation>在损失上加 strength · (l1_ratio · Σ|w| + (1 − l1_ratio) · Σw² / 2)。偏置不受影响。Zou &amp; Hastie, 2005。</translation>
    </message>
    <message>
        <source>Adds strength · Σw² / 2 to the loss: g ← g + strength · w. Biases are left alone. Hoerl &amp; Kennard, 1970.</source>
        <translation>在损失上加 强度 · Σw² / 2：g ← g + 强度 · w。不作用于偏置。Hoerl &amp; Kennard, 1970。</translation>
    </message>
    <message>
        <source>Adds strength · Σ|w| to the loss: g ← g + strength · sign(w). Biases are left alone. Tibshirani, 1996.</source>
        <translation>在损失上加 强度 · Σ|w|：g ← g + 强度 · sign(w)。不作用于偏置。Tibshirani, 1996。</translation>
    </message>
    <message>
        <source>All inputs need the same shape. He et al., &quot;Deep residual learning for image recognition&quot;, 2015.</source>
        <translation>所有输入的形状必须相同。He 等, &quot;Deep residual learning for image recognition&quot;, 2015。</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Approximation</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>As pairs, a step has a 1 for its key and a 1 for its value, and the last step a key alone. As symbols, keys and values take turns, and both are whole numbers. Keys of a sequence differ. After Graves, Wayne &amp; Danihelka, &quot;Neural Turing machines&quot;, 2014.</source>
        <translation>“成对”时，每一步在键和值处各为 1，最后一步只有键。“符号”时，键和值交替出现，均为整数。同一序列中的键互不相同。依 Graves, Wayne &amp; Danihelka, &quot;Neural Turing machines&quot;, 2014。</translation>
    </message>
    <message>
        <source>At epochs</source>
        <translation>在这些轮</translation>
    </message>
    <message>
        <source>BCE with logits</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>β</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Bits are drawn evenly. Short sequences can be learnt by heart, for there are only 2^length; to count along would do for any length, but is seldom found by gradient descent. Shalev-Shwartz, Shamir &amp; Shammah, &quot;Failures of gradient-based deep learning&quot;, 2017.</source>
        <translation>各位均匀抽取。短序列可以死记，因为总共只有 2^length 个；边读边数对任意长度都适用，但梯度下降很少能找到这种做法。Shalev-Shwartz, Shamir &amp; Shammah, &quot;Failures of gradient-based deep learning&quot;, 2017。</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>乳腺癌</translation>
    </message>
    <message>
        <source>By how much the loss must fall to count as an improvement.</source>
        <translation>损失至少下降多少才算有改进。</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Clip gradient norm</source>
        <translation>按范数裁剪梯度</translation>
    </message>
    <message>
        <source>Clip gradient values</source>
        <translation>按值裁剪梯度</translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation>多个点团</translation>
    </message>
    <message>
        <source>Concat</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>Cones of radius 2 and height ±1 at (−4, ±2.5), (0, ±2.5) and (4, ±2.5). Label noise: the target is that of the point shifted by U(−6, 6) · noise. Coordinate noise moves points by as much.</source>
        <translation>半径为 2、高为 ±1 的圆锥，位于 (−4, ±2.5)、(0, ±2.5) 和 (4, ±2.5)。标签噪声：目标取自移动 U(−6, 6) · 噪声 之后的点。坐标噪声使点移动同样的幅度。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Coordinate noise</source>
        <translation>坐标噪声</translation>
    </message>
    <message>
        <source>Coordinates U(−5, 5), pushed 0.3 away from zero. Label noise: the label is that of the point shifted by U(−5, 5) · noise. Coordinate noise moves points by as much.</source>
        <translation>坐标取自 U(−5, 5)，并从零向外推开 0.3。标签噪声：标签取自移动 U(−5, 5) · 噪声 之后的点。坐标噪声使点移动同样的幅度。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦退火</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Cuts every single number of the gradient to a limit; this may turn its direction.</source>
        <translation>把梯度的每个分量限制在界限内；方向可能因此改变。</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation>糖尿病</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Divide by the largest running mean so far, never by a smaller one.</source>
        <translation>始终除以迄今最大的滑动平均。</translation>
    </message>
    <message>
        <source>Divide by the running deviation instead of the mean square.</source>
        <translation>除以滑动标准差，而不是均方根。</translation>
    </message>
    <message>
        <source>Divides each gradient by the root of its running mean square, so that steep and flat directions step alike.</source>
        <translation>把每个梯度除以其滑动均方根，使陡峭与平缓方向的步长相近。</translation>
    </message>
    <message>
        <source>Draws every weight evenly from an interval.</source>
        <translation>在区间内均匀抽取每个权重。</translation>
    </message>
    <message>
        <source>Draws every weight from a bell curve.</source>
        <translation>从正态分布抽取每个权重。</translation>
    </message>
    <message>
        <source>Draws weights evenly, as wide as keeps signals the same size through ReLU layers; also called He.</source>
        <translation>均匀抽取权重，其宽度使信号经过 ReLU 层后大小不变；又称 He 初始化。</translation>
    </message>
    <message>
        <source>Draws weights evenly, as wide as keeps signals the same size through tanh layers, forwards and backwards.</source>
        <translation>均匀抽取权重，其宽度使信号前向和反向经过 tanh 层后大小不变。</translation>
    </message>
    <message>
        <source>Draws weights from a bell curve, as wide as keeps signals the same size through ReLU layers; also called He.</source>
        <translation>从正态分布抽取权重，其宽度使信号经过 ReLU 层后大小不变；又称 He 初始化。</translation>
    </message>
    <message>
        <source>Draws weights from a bell curve, as wide as keeps signals the same size through tanh layers.</source>
        <translation>从正态分布抽取权重，其宽度使信号经过 tanh 层后大小不变。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Ends the training when the validation loss has not improved for a while.</source>
        <translation>验证损失一段时间没有改进时结束训练。</translation>
    </message>
    <message>
        <source>Epochs from one change to the next.</source>
        <translation>两次变化之间的轮数。</translation>
    </message>
    <message>
        <source>Epochs of the changes.</source>
        <translation>发生变化的轮次。</translation>
    </message>
    <message>
        <source>Epochs to wait for an improvement.</source>
        <translation>等待改进的轮数。</translation>
    </message>
    <message>
        <source>Eps</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>For a dense layer, weights and biases are drawn from U(−1/√fan_in, 1/√fan_in).</source>
        <translation>全连接层的权重和偏置取自 U(−1/√fan_in, 1/√fan_in)。</translation>
    </message>
    <message>
        <source>Foundations</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>Four fields like a chess board: the class says whether both coordinates have the same sign.</source>
        <translation>像棋盘一样的四格：类别表示两个坐标是否同号。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>γ</translation>
    </message>
    <message>
        <source>Gives each feature mean 0 and variance 1 over the batch, then scales and shifts it by learnt numbers.</source>
        <translation>使每个特征在批内均值为 0、方差为 1，再用学到的数缩放和平移。</translation>
    </message>
    <message>
        <source>Gives each parameter a step size of its own, from running means of its gradient and its square.</source>
        <translation>根据梯度及其平方的滑动平均，为每个参数确定各自的步长。</translation>
    </message>
    <message>
        <source>Gives the features of each sample mean 0 and variance 1, then scales and shifts them by learnt numbers.</source>
        <translation>使每个样本的特征均值为 0、方差为 1，再用学到的数缩放和平移。</translation>
    </message>
    <message>
        <source>Go back to the weights of the best epoch when training ends.</source>
        <translation>训练结束时恢复最佳一轮的权重。</translation>
    </message>
    <message>
        <source>Half circles of radius 2.5. Coordinate noise moves points by U(−5, 5) · noise; label noise flips a label with probability noise / 2.</source>
        <translation>半径为 2.5 的半圆。坐标噪声使点移动 U(−5, 5) · 噪声；标签噪声以 噪声 / 2 的概率翻转标签。</translation>
    </message>
    <message>
        <source>Half the points at radius U(0, 2.5), half at U(3.5, 5). Label noise: the label is that of the point shifted by U(−5, 5) · noise. Coordinate noise moves points by as much.</source>
        <translation>一半的点半径取自 U(0, 2.5)，另一半取自 U(3.5, 5)。标签噪声：标签取自移动 U(−5, 5) · 噪声 之后的点。坐标噪声使点移动同样的幅度。</translation>
    </message>
    <message>
        <source>Hands the samples of the data set to the network.</source>
        <translation>把数据集的样本送入网络。</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>History (CSV)</source>
        <translation>训练历史 (CSV)</translation>
    </message>
    <message>
        <source>How characters are stored; auto tells UTF-8, UTF-16 and GB18030 apart.</source>
        <translation>字符的存储方式；自动时可分辨 UTF-8、UTF-16 和 GB18030。</translation>
    </message>
    <message>
        <source>How far below 0 the function goes.</source>
        <translation>函数在 0 以下能到多低。</translation>
    </message>
    <message>
        <source>How far the network is from the target on average, in the target&apos;s own unit.</source>
        <translation>网络与目标的平均偏差，单位与目标相同。</translation>
    </message>
    <message>
        <source>How many clouds, and so classes, there are.</source>
        <translation>点团的个数，也就是类别数。</translation>
    </message>
    <message>
        <source>How many points are drawn.</source>
        <translation>抽取多少个点。</translation>
    </message>
    <message>
        <source>How many units the layer has.</source>
        <translation>这一层有多少个单元。</translation>
    </message>
    <message>
        <source>How much the units of a hidden layer differ in their weights; 0 when all units of each layer are the same.</source>
        <translation>隐藏层各单元的权重相差多大；每层的单元都相同时为 0。</translation>
    </message>
    <message>
        <source>How surprised the network is by a yes or no; it takes logits and brings its own sigmoid.</source>
        <translation>网络对“是”或“否”有多意外；输入为 logits，内含 sigmoid。</translation>
    </message>
    <message>
        <source>How surprised the network is by the true class; it takes one logit per class and brings its own softmax.</source>
        <translation>网络对真实类别有多意外；每类输入一个 logit，内含 softmax。</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Initial sum</source>
        <translation>初始累积</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>It gives logits or plain numbers, for losses such as cross-entropy bring their own sigmoid or softmax.</source>
        <translation>输出 logits 或普通数值，因为交叉熵等损失函数自带 sigmoid 或 softmax。</translation>
    </message>
    <message>
        <source>(C · H · W,) becomes (C, H, W); one size may be −1, and then follows from the others.</source>
        <translation>(C · H · W,) 变为 (C, H, W)；其中一个大小可为 −1，由其余大小推出。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (C · H · W,); with other axes, only those from the first to the last of them are laid in one.</source>
        <translation>(C, H, W) 变为 (C · H · W,)；指定其他轴时，只合并从首轴到末轴的各轴。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (C · multiplier, H′, W′): a convolution with groups = C. With a Conv 2d of kernel 1 behind it, it does the work of a full convolution with far fewer weights. Howard et al., &quot;MobileNets&quot;, 2017.</source>
        <translation>(C, H, W) 变为 (C · multiplier, H′, W′)：groups = C 的卷积。后接一个核大小为 1 的二维卷积，即可用少得多的权重完成普通卷积的工作。Howard 等, &quot;MobileNets&quot;, 2017。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (C, H + top + bottom, W + left + right).</source>
        <translation>(C, H, W) 变为 (C, H + top + bottom, W + left + right)。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (C, H′, W′) with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</source>
        <translation>(C, H, W) 变为 (C, H′, W′)，H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (C, H′, W′) with H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1.</source>
        <translation>(C, H, W) 变为 (C, H′, W′)，H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (C, output_size, output_size).</source>
        <translation>(C, H, W) 变为 (C, output_size, output_size)。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (C, output_size, output_size). Lin et al., &quot;Network in network&quot;, 2013.</source>
        <translation>(C, H, W) 变为 (C, output_size, output_size)。Lin 等, &quot;Network in network&quot;, 2013。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (C, ⌊H · factor⌋, ⌊W · factor⌋): by copies of the nearest number, or by a weighted mean of the nearest ones. In a U-Net it leads from the bottleneck back to full size. Ronneberger et al., 2015.</source>
        <translation>(C, H, W) 变为 (C, ⌊H · factor⌋, ⌊W · factor⌋)：复制最近的数，或取邻近各数的加权平均。在 U-Net 中，它从瓶颈恢复到原始大小。Ronneberger 等, 2015。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (out_channels, H′, W′) with H′ = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1. Zeiler et al., &quot;Deconvolutional networks&quot;, 2010.</source>
        <translation>(C, H, W) 变为 (out_channels, H′, W′)，H′ = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1。Zeiler 等, &quot;Deconvolutional networks&quot;, 2010。</translation>
    </message>
    <message>
        <source>(C, H, W) becomes (out_channels, H′, W′) with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. Each output is the sum over a window of all input channels times the kernel, plus a bias. LeCun et al., &quot;Gradient-based learning applied to document recognition&quot;, 1998.</source>
        <translation>(C, H, W) 变为 (out_channels, H′, W′)，H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。每个输出是所有输入通道的窗口与卷积核相乘求和，再加偏置。LeCun 等, &quot;Gradient-based learning applied to document recognition&quot;, 1998。</translation>
    </message>
    <message>
        <source>(C, H, W) stays (C, H, W); what stays is divided by 1 − p. Tompson et al., &quot;Efficient object localization using convolutional networks&quot;, 2015.</source>
        <translation>(C, H, W) 保持 (C, H, W)；保留的数除以 1 − p。Tompson 等, &quot;Efficient object localization using convolutional networks&quot;, 2015。</translation>
    </message>
    <message>
        <source>(C, L) becomes (C, L′) with L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</source>
        <translation>(C, L) 变为 (C, L′)，L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>(C, L) becomes (C, L′) with L′ = ⌊(L + 2·padding − kernel) / stride⌋ + 1.</source>
        <translation>(C, L) 变为 (C, L′)，L′ = ⌊(L + 2·padding − kernel) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>(C, L) becomes (C, output_size).</source>
        <translation>(C, L) 变为 (C, output_size)。</translation>
    </message>
    <message>
        <source>(C, L) becomes (L, C).</source>
        <translation>(C, L) 变为 (L, C)。</translation>
    </message>
    <message>
        <source>(C, L) becomes (out_channels, L′) with L′ = (L − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.</source>
        <translation>(C, L) 变为 (out_channels, L′)，L′ = (L − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1。</translation>
    </message>
    <message>
        <source>(C, L) becomes (out_channels, L′) with L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. The channels come first: put Transpose before it where they come last.</source>
        <translation>(C, L) 变为 (out_channels, L′)，L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。通道在前：若通道在最后，请在它之前放置“转置”。</translation>
    </message>
    <message>
        <source>(C, L) stays (C, L); what stays is divided by 1 − p.</source>
        <translation>(C, L) 保持 (C, L)；保留的数除以 1 − p。</translation>
    </message>
    <message>
        <source>(L, E) becomes (E,).</source>
        <translation>(L, E) 变为 (E,)。</translation>
    </message>
    <message>
        <source>(L, E) becomes (L, hidden_size), or (hidden_size,) for the last step; twice as much for both directions. h = tanh(W x + U h + b). Elman, &quot;Finding structure in time&quot;, 1990.</source>
        <translation>(L, E) 变为 (L, hidden_size)，只取最后一步时为 (hidden_size,)；双向时加倍。h = tanh(W x + U h + b)。Elman, &quot;Finding structure in time&quot;, 1990。</translation>
    </message>
    <message>
        <source>(L, E) becomes (L, hidden_size), or (hidden_size,) for the last step; twice as much for both directions. r, z = σ(W x + U h + b), n = tanh(W x + b + r · (U h + b)), h = (1 − z) · n + z · h. Cho et al., &quot;Learning phrase representations using RNN encoder–decoder&quot;, 2014.</source>
        <translation>(L, E) 变为 (L, hidden_size)，只取最后一步时为 (hidden_size,)；双向时加倍。r, z = σ(W x + U h + b)，n = tanh(W x + b + r · (U h + b))，h = (1 − z) · n + z · h。Cho 等, &quot;Learning phrase representations using RNN encoder–decoder&quot;, 2014。</translation>
    </message>
    <message>
        <source>(L, E) stays (L, E). Gehring et al., &quot;Convolutional sequence to sequence learning&quot;, 2017.</source>
        <translation>(L, E) 保持 (L, E)。Gehring 等, &quot;Convolutional sequence to sequence learning&quot;, 2017。</translation>
    </message>
    <message>
        <source>(L, E) stays (L, E): sin(t / 10000^(i / E)) for even features i, cos for the odd ones beside them, at step t. Vaswani et al., &quot;Attention is all you need&quot;, 2017.</source>
        <translation>(L, E) 保持 (L, E)：在第 t 步，偶数特征 i 为 sin(t / 10000^(i / E))，相邻的奇数特征为 cos。Vaswani 等, &quot;Attention is all you need&quot;, 2017。</translation>
    </message>
    <message>
        <source>(L, E) stays (L, E): softmax(Q Kᵀ / √d) V for each head with d = E / num_heads, and Q, K, V from the same sequence. Vaswani et al., &quot;Attention is all you need&quot;, 2017.</source>
        <translation>(L, E) 保持 (L, E)：每个注意力头计算 softmax(Q Kᵀ / √d) V，d = E / num_heads，Q、K、V 来自同一序列。Vaswani 等, &quot;Attention is all you need&quot;, 2017。</translation>
    </message>
    <message>
        <source>(L, E) stays (L, E); with `causal` it is the layer of a GPT. Vaswani et al., &quot;Attention is all you need&quot;, 2017.</source>
        <translation>(L, E) 保持 (L, E)；启用 `causal` 时即为 GPT 的层。Vaswani 等, &quot;Attention is all you need&quot;, 2017。</translation>
    </message>
    <message>
        <source>(L,) becomes (L, embedding_dim): row i of a table of shape (num_embeddings, embedding_dim) stands for the number i. Bengio et al., &quot;A neural probabilistic language model&quot;, 2003.</source>
        <translation>(L,) 变为 (L, embedding_dim)：形状为 (num_embeddings, embedding_dim) 的表中，第 i 行代表数 i。Bengio 等, &quot;A neural probabilistic language model&quot;, 2003。</translation>
    </message>
    <message>
        <source>(dx, dy) drawn evenly from −pixels … pixels. It is the same as to pad an image and to cut out a random part of its size, as in He et al., &quot;Deep residual learning for image recognition&quot;, 2015.</source>
        <translation>(dx, dy) 在 −pixels … pixels 内均匀抽取。这等同于先填充图像，再随机截取原大小的一部分，如 He 等, &quot;Deep residual learning for image recognition&quot;, 2015。</translation>
    </message>
    <message>
        <source>(n, F) becomes (F,), over the nodes that exist. A sum can count nodes, a mean sees only shares, a maximum what there is at all. Xu et al., &quot;How powerful are graph neural networks?&quot;, 2019.</source>
        <translation>(n, F) 变为 (F,)，只计存在的节点。求和能数出节点个数，平均只看得到比例，最大值只看得到有什么。Xu 等, &quot;How powerful are graph neural networks?&quot;, 2019。</translation>
    </message>
    <message>
        <source>(…, L, D) and (…, D, S) become (…, L, S).</source>
        <translation>(…, L, D) 与 (…, D, S) 变为 (…, L, S)。</translation>
    </message>
    <message>
        <source>1 counts what lacks to the margin, 2 its square.</source>
        <translation>1 按与间隔的差距计，2 按其平方计。</translation>
    </message>
    <message>
        <source>178 wines, the 12 other measures of the analysis. Alcohol is told as (x − 13) / 0.81, x in percent by volume, about mean 0 and deviation 1. Forina et al., 1991.</source>
        <translation>178 种酒，其余 12 项分析指标。酒精度以 (x − 13) / 0.81 表示，x 为体积百分比，均值约为 0、标准差约为 1。Forina 等, 1991。</translation>
    </message>
    <message>
        <source>2 · x1 for x1, x2 ~ U(−1, 1), less `drop` for the share `outliers` of the points with the largest x1. Label noise: the target is that of the point shifted by U(−1, 1) · noise. Coordinate noise moves points by as much. Rousseeuw &amp; Leroy, &quot;Robust regression and outlier detection&quot;, 1987, call such points bad leverage points.</source>
        <translation>x1, x2 ~ U(−1, 1) 时为 2 · x1；其中 x1 最大的 `outliers` 比例的点减去 `drop`。标签噪声：目标取自移动 U(−1, 1) · 噪声 之后的点。坐标噪声使点移动同样的幅度。Rousseeuw &amp; Leroy, &quot;Robust regression and outlier detection&quot;, 1987，称这类点为坏杠杆点。</translation>
    </message>
    <message>
        <source>2 · |A ∩ B| / (|A| + |B|), which is also F1 of each class, and 2 · IoU / (1 + IoU). Dice, &quot;Measures of the amount of ecologic association between species&quot;, 1945.</source>
        <translation>2 · |A ∩ B| / (|A| + |B|)，也就是各类的 F1，并等于 2 · IoU / (1 + IoU)。Dice, &quot;Measures of the amount of ecologic association between species&quot;, 1945。</translation>
    </message>
    <message>
        <source>78 edges. A node has no features but its own number, as 34 numbers of which one is 1. With one label per class, only the two leaders are told: Mr. Hi, the teacher, and the officer. Zachary, &quot;An information flow model for conflict and fission in small groups&quot;, 1977.</source>
        <translation>78 条边。节点没有特征，只有自己的编号，以 34 个数表示，其中一个为 1。每类一个标签时，只告诉两位首领：教练 Mr. Hi 和管理者。Zachary, &quot;An information flow model for conflict and fission in small groups&quot;, 1977。</translation>
    </message>
    <message>
        <source>A GRU whose memory does not begin empty, but as another layer hands it over: the second half of a translator.</source>
        <translation>记忆不是从空开始、而由另一层交来的 GRU：翻译器的后一半。</translation>
    </message>
    <message>
        <source>A SiLU of straight lines and one parabola, quick to compute.</source>
        <translation>由直线和一段抛物线构成的 SiLU，计算很快。</translation>
    </message>
    <message>
        <source>A class is found when it gets at least a quarter of the good samples due to it by its share of the data. Srivastava et al., &quot;VEEGAN: reducing mode collapse in GANs using implicit variational learning&quot;, 2017.</source>
        <translation>某一类得到的合格样本，若不少于按其在数据中所占比例应得的四分之一，就算找到。Srivastava 等, &quot;VEEGAN: reducing mode collapse in GANs using implicit variational learning&quot;, 2017。</translation>
    </message>
    <message>
        <source>A grammar of 47 words makes the sentences; half are for it. With probability &quot;not&quot; an opinion is told by its opposite and a &quot;not&quot;; with probability &quot;but&quot; a clause of the other side comes first. Filled up in front to 13 words.</source>
        <translation>句子由 47 个词的语法生成；一半为好评。以概率 not 用反义词加 not 表达看法；以概率 but 先说一个相反的分句。前面补齐到 13 个词。</translation>
    </message>
    <message>
        <source>A large network learns the task, and a small one learns to answer as the large one does.</source>
        <translation>大网络学习任务，小网络学习像大网络那样作答。</translation>
    </message>
    <message>
        <source>A sigmoid of three straight lines, quick to compute; beyond ±3 no gradient passes.</source>
        <translation>由三段直线构成的 sigmoid，计算很快；±3 以外没有梯度。</translation>
    </message>
    <message>
        <source>A smooth ReLU whose result is always positive, as a variance must be.</source>
        <translation>平滑的 ReLU，结果恒为正，适合表示方差。</translation>
    </message>
    <message>
        <source>A smooth relative of ReLU that dips a little below 0, like SiLU.</source>
        <translation>ReLU 的平滑变种，与 SiLU 一样在 0 以下略有凹陷。</translation>
    </message>
    <message>
        <source>A step has a number U(−1, 1) and a mark, 0 or 1; one mark lies in the first half, one in the second. The target is the sum of the marked numbers, or the sign of that sum. The adding problem of Hochreiter &amp; Schmidhuber, &quot;Long short-term memory&quot;, 1997.</source>
        <translation>每一步有一个数 U(−1, 1) 和一个 0 或 1 的标记；前半段和后半段各有一个标记。目标为被标记两数之和，或其符号。即 Hochreiter &amp; Schmidhuber 的加法问题, &quot;Long short-term memory&quot;, 1997。</translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <source>Adam that divides by the largest gradient of late instead of the root of a mean square.</source>
        <translation>除以近期最大梯度（而非均方根）的 Adam。</translation>
    </message>
    <message>
        <source>Adam that looks ahead along its momentum, as Nesterov&apos;s method does.</source>
        <translation>像 Nesterov 方法那样沿动量前瞻的 Adam。</translation>
    </message>
    <message>
        <source>Adam that takes plain momentum steps until its mean of squares can be trusted, so that it needs no warm-up.</source>
        <translation>在平方均值可信之前只走普通动量步的 Adam，因此无需预热。</translation>
    </message>
    <message>
        <source>Adam&apos;s step times a factor r that grows to 1 as gradients are gathered. Liu et al., &quot;On the variance of the adaptive learning rate and beyond&quot;, 2019.</source>
        <translation>Adam 的更新乘以因子 r，r 随梯度的积累增长到 1。Liu 等, &quot;On the variance of the adaptive learning rate and beyond&quot;, 2019。</translation>
    </message>
    <message>
        <source>Adamax</source>
        <translation>Adamax</translation>
    </message>
    <message>
        <source>Adaptive average pool 1d</source>
        <translation>一维自适应平均池化</translation>
    </message>
    <message>
        <source>Adaptive average pool 2d</source>
        <translation>二维自适应平均池化</translation>
    </message>
    <message>
        <source>Adaptive max pool 1d</source>
        <translation>一维自适应最大池化</translation>
    </message>
    <message>
        <source>Adaptive max pool 2d</source>
        <translation>二维自适应最大池化</translation>
    </message>
    <message>
        <source>Add the two numbers that are marked, however far apart they lie.</source>
        <translation>把被标记的两个数相加，无论相距多远。</translation>
    </message>
    <message>
        <source>Added to the mean, so that nothing divides by zero.</source>
        <translation>加在均值上，避免除以零。</translation>
    </message>
    <message>
        <source>Added to the sum, so that nothing divides by zero.</source>
        <translation>加在总和上，避免除以零。</translation>
    </message>
    <message>
        <source>Adds random noise in each training step, so that the network cannot rely on exact numbers.</source>
        <translation>每个训练步加入随机噪声，使网络不能依赖精确的数值。</translation>
    </message>
    <message>
        <source>Adds to each step of a sequence a row of numbers that is learnt for its place.</source>
        <translation>给序列的每一步加上为其位置学到的一行数。</translation>
    </message>
    <message>
        <source>Adds waves of many lengths to a sequence, so that attention, which knows no order, can tell the steps apart.</source>
        <translation>给序列加上多种波长的波，使不区分次序的注意力也能分辨各步。</translation>
    </message>
    <message>
        <source>Adversarial</source>
        <translation>对抗</translation>
    </message>
    <message>
        <source>Align corners</source>
        <translation>角点对齐</translation>
    </message>
    <message>
        <source>All symbols are drawn evenly. What does not learn this has a fault elsewhere.</source>
        <translation>各符号均匀抽取。连它都学不会，说明别处有错。</translation>
    </message>
    <message>
        <source>All symbols are drawn evenly; the longer the delay, the more steps a memory has to last. After Hochreiter &amp; Schmidhuber, &quot;Long short-term memory&quot;, 1997.</source>
        <translation>各符号均匀抽取；延迟越长，记忆需要保持的步数越多。依 Hochreiter &amp; Schmidhuber, &quot;Long short-term memory&quot;, 1997。</translation>
    </message>
    <message>
        <source>Alpha dropout</source>
        <translation>Alpha Dropout</translation>
    </message>
    <message>
        <source>An ELU with two constants, under which mean 0 and variance 1 stay so from layer to layer.</source>
        <translation>带两个常数的 ELU，使均值 0、方差 1 逐层保持不变。</translation>
    </message>
    <message>
        <source>An LSTM whose memory does not begin empty, but as another layer hands it over: the second half of a translator.</source>
        <translation>一种 LSTM，它的记忆不从零开始，而由另一层给出：翻译模型的后一半。</translation>
    </message>
    <message>
        <source>An axis; 1 is the first behind the batch.</source>
        <translation>一个轴；1 是批之后的第一轴。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>旋臂数</translation>
    </message>
    <message>
        <source>Asks that outputs are on the right side by a margin, and then rests: the loss of a support vector machine.</source>
        <translation>要求输出在正确一侧并留有间隔，达到后不再计损失：支持向量机的损失。</translation>
    </message>
    <message>
        <source>Asks that the score of the true class leads all others by a margin: the hinge loss of several classes.</source>
        <translation>要求真实类别的得分领先其他各类至少一个间隔：多分类的合页损失。</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Autoencoding</source>
        <translation>自编码</translation>
    </message>
    <message>
        <source>Average pool 1d</source>
        <translation>一维平均池化</translation>
    </message>
    <message>
        <source>Average pool 2d</source>
        <translation>二维平均池化</translation>
    </message>
    <message>
        <source>BCE</source>
        <translation>二元交叉熵（概率）</translation>
    </message>
    <message>
        <source>Batch norm 1d</source>
        <translation>一维批归一化</translation>
    </message>
    <message>
        <source>Batch norm 2d</source>
        <translation>二维批归一化</translation>
    </message>
    <message>
        <source>Bent clouds around the middle, as the vanes of a pinwheel.</source>
        <translation>围绕中心的弯曲点团，像风车的叶片。</translation>
    </message>
    <message>
        <source>Bidirectional</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Bits are drawn evenly; as many of both count as zeros.</source>
        <translation>各位均匀抽取；两者一样多时算作 0 多。</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Brings a sequence of any length to one length by means over as many even parts.</source>
        <translation>把任意长度的序列分成均匀的若干段并各取平均，得到固定长度。</translation>
    </message>
    <message>
        <source>Brings a sequence of any length to one length by the largest numbers of as many even parts.</source>
        <translation>把任意长度的序列分成均匀的若干段并各取最大值，得到固定长度。</translation>
    </message>
    <message>
        <source>Brings an image of any size to one size by means over as many even parts; with size 1, one mean per channel.</source>
        <translation>把任意大小的图像分成均匀的若干块并各取平均，得到固定大小；大小为 1 时每个通道取一个平均。</translation>
    </message>
    <message>
        <source>Brings an image of any size to one size by the largest numbers of as many even parts.</source>
        <translation>把任意大小的图像分成均匀的若干块并各取最大值，得到固定大小。</translation>
    </message>
    <message>
        <source>But</source>
        <translation>But 比例</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>裁剪界限</translation>
    </message>
    <message>
        <source>Clouds per side</source>
        <translation>每边点团数</translation>
    </message>
    <message>
        <source>Columns of zeros on the left.</source>
        <translation>左侧补零的列数。</translation>
    </message>
    <message>
        <source>Columns of zeros on the right.</source>
        <translation>右侧补零的列数。</translation>
    </message>
    <message>
        <source>Conv 1d</source>
        <translation>一维卷积</translation>
    </message>
    <message>
        <source>Conv 2d</source>
        <translation>二维卷积</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Copies the nearest number, or mixes the nearest: linear for sequences, bilinear and bicubic for images.</source>
        <translation>复制最近的数，或混合邻近的数：序列用 linear，图像用 bilinear 和 bicubic。</translation>
    </message>
    <message>
        <source>Copy the last</source>
        <translation>复制最后一个</translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation>余弦重启</translation>
    </message>
    <message>
        <source>Count padding</source>
        <translation>计入填充</translation>
    </message>
    <message>
        <source>Critic steps</source>
        <translation>判别器步数</translation>
    </message>
    <message>
        <source>Cross-entropy that hardly looks at samples that are right already, so that rare and hard ones rule.</source>
        <translation>几乎不看已判对样本的交叉熵，使少见和困难的样本占主导。</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Cyclic</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Damped oscillator</source>
        <translation>阻尼振子</translation>
    </message>
    <message>
        <source>Damping</source>
        <translation>阻尼</translation>
    </message>
    <message>
        <source>Decoder LSTM</source>
        <translation>解码器 LSTM</translation>
    </message>
    <message>
        <source>Decoupled</source>
        <translation>解耦</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>δ</translation>
    </message>
    <message>
        <source>Depthwise conv 2d</source>
        <translation>二维深度卷积</translation>
    </message>
    <message>
        <source>Deviation of what is added to each value.</source>
        <translation>加到每个值上的噪声的标准差。</translation>
    </message>
    <message>
        <source>Deviations from the middle where the curve is cut.</source>
        <translation>在距中心多少个标准差处截断。</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀率</translation>
    </message>
    <message>
        <source>Distance between neighbours in the window; 1 has no gaps.</source>
        <translation>窗口内相邻元素的间距；1 表示没有间隔。</translation>
    </message>
    <message>
        <source>Distillation</source>
        <translation>蒸馏</translation>
    </message>
    <message>
        <source>Divides the features of each sample by their root mean square, then scales them by learnt numbers.</source>
        <translation>把每个样本的特征除以其均方根，再用学到的数缩放。</translation>
    </message>
    <message>
        <source>Draws a random number from each mean and variance in such a way that gradients pass, as in a VAE.</source>
        <translation>按各均值和方差抽取随机数，且梯度仍可通过，如 VAE 中那样。</translation>
    </message>
    <message>
        <source>Draws every weight evenly, less widely the more inputs its unit has.</source>
        <translation>均匀抽取每个权重，单元的输入越多，区间越窄。</translation>
    </message>
    <message>
        <source>Draws every weight from a bell curve without its ends, so that none is very large.</source>
        <translation>从截去两端的正态分布抽取每个权重，使其都不会很大。</translation>
    </message>
    <message>
        <source>Draws rotations and then scales each layer until its outputs for a batch of the data have variance 1.</source>
        <translation>先抽取旋转矩阵，再缩放每一层，直到它对一批数据的输出方差为 1。</translation>
    </message>
    <message>
        <source>Draws weights as a rotation, so that signals keep their length through any number of linear layers.</source>
        <translation>把权重抽取为旋转矩阵，使信号经过任意多个线性层后长度不变。</translation>
    </message>
    <message>
        <source>Dropout 1d</source>
        <translation>一维 Dropout</translation>
    </message>
    <message>
        <source>Dropout 2d</source>
        <translation>二维 Dropout</translation>
    </message>
    <message>
        <source>Dropout for networks of SELU: it sets numbers to where SELU is flat and keeps mean and variance as they are.</source>
        <translation>用于 SELU 网络的 Dropout：把数设为 SELU 平坦处的值，并保持均值和方差不变。</translation>
    </message>
    <message>
        <source>Each axis once; 1 is the first behind the batch.</source>
        <translation>每个轴各一次；1 是批之后的第一轴。</translation>
    </message>
    <message>
        <source>Elastic net</source>
        <translation>弹性网络</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>End</source>
        <translation>终值</translation>
    </message>
    <message>
        <source>Enlarges an image or a sequence by a factor, without any weights.</source>
        <translation>按倍数放大图像或序列，不含任何权重。</translation>
    </message>
    <message>
        <source>Epochs after a change in which none counts.</source>
        <translation>变化之后不计数的轮数。</translation>
    </message>
    <message>
        <source>Epochs from start to end.</source>
        <translation>从初值到终值的轮数。</translation>
    </message>
    <message>
        <source>Epochs from the low to the full size.</source>
        <translation>从低值升到全值的轮数。</translation>
    </message>
    <message>
        <source>Epochs in which the teacher learns alone and then rests; with 0 both learn side by side.</source>
        <translation>教师单独学习、之后停止的轮数；为 0 时两者并行学习。</translation>
    </message>
    <message>
        <source>Epochs to the first restart.</source>
        <translation>到第一次重启的轮数。</translation>
    </message>
    <message>
        <source>Exchanges two axes, as between convolutions, which want channels first, and attention, which wants them last.</source>
        <translation>交换两个轴；例如卷积要求通道在前，而注意力要求通道在后。</translation>
    </message>
    <message>
        <source>Exponent of what it divides by.</source>
        <translation>除数的指数。</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>首个周期</translation>
    </message>
    <message>
        <source>Focal</source>
        <translation>Focal</translation>
    </message>
    <message>
        <source>Foretell next year&apos;s number of sunspots, which comes and goes in about eleven years.</source>
        <translation>预测下一年的太阳黑子数，其周期约为十一年。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>Game</source>
        <translation>博弈形式</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>高斯噪声</translation>
    </message>
    <message>
        <source>Gives each channel of an image kernels of its own, which never look at the other channels.</source>
        <translation>图像的每个通道使用各自的卷积核，不看其他通道。</translation>
    </message>
    <message>
        <source>Gives each channel of an image mean 0 and variance 1 over the batch, then scales and shifts it.</source>
        <translation>使图像的每个通道在批内均值为 0、方差为 1，再缩放和平移。</translation>
    </message>
    <message>
        <source>Gives each channel of each image mean 0 and variance 1, which takes contrast and brightness away.</source>
        <translation>使每幅图像的每个通道均值为 0、方差为 1，从而去除对比度和亮度。</translation>
    </message>
    <message>
        <source>Gives each group of channels of a sample mean 0 and variance 1, then scales and shifts each channel.</source>
        <translation>使样本的每组通道均值为 0、方差为 1，再缩放和平移每个通道。</translation>
    </message>
    <message>
        <source>Gives the numbers of a sample another shape, as when a row becomes an image.</source>
        <translation>改变样本各数的形状，例如把一行变成图像。</translation>
    </message>
    <message>
        <source>Gradient penalty</source>
        <translation>梯度惩罚</translation>
    </message>
    <message>
        <source>Grey images; radius 0.2 to 0.45 of the side and any place inside at full jitter, dark on light in half of them. Noise adds N(0, noise) to each pixel. All three touch a circle of the same radius.</source>
        <translation>灰度图像；抖动最大时，半径为边长的 0.2 到 0.45，位置任意但在图内，其中一半为浅底深色。噪声给每个像素加上 N(0, 噪声)。三种形状都内接于同样半径的圆。</translation>
    </message>
    <message>
        <source>Grid of Gaussians</source>
        <translation>高斯网格</translation>
    </message>
    <message>
        <source>Group norm</source>
        <translation>组归一化</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组数</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>周期倍数</translation>
    </message>
    <message>
        <source>Guess the next character of a novel from those before it.</source>
        <translation>由前面的字符猜小说的下一个字符。</translation>
    </message>
    <message>
        <source>Guesses the curvature of the loss from its last gradients and steps as Newton would; made for full batches.</source>
        <translation>由最近的梯度估计损失的曲率，像牛顿法那样更新；适用于全批。</translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <translation>Hard sigmoid</translation>
    </message>
    <message>
        <source>Hard swish</source>
        <translation>Hard swish</translation>
    </message>
    <message>
        <source>Hard tanh</source>
        <translation>Hard tanh</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>Height and width of an image.</source>
        <translation>图像的高和宽。</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>How far from 1 a variance may stay.</source>
        <translation>方差与 1 的允许偏差。</translation>
    </message>
    <message>
        <source>How far on the right side is far enough.</source>
        <translation>在正确一侧多远才算够。</translation>
    </message>
    <message>
        <source>How far the network can be trusted when it names a class, as the mean over all classes.</source>
        <translation>网络判为某一类时有多可信，对所有类别取平均。</translation>
    </message>
    <message>
        <source>How far the network is from the target, in the target&apos;s own unit; large misses count more than small ones.</source>
        <translation>网络与目标的差距，单位与目标相同；大误差比小误差更受重视。</translation>
    </message>
    <message>
        <source>How far the network&apos;s probabilities are from the true ones; it takes log-probabilities, as a log-softmax gives.</source>
        <translation>网络的概率与真实概率相差多远；输入为对数概率，如 log-softmax 的输出。</translation>
    </message>
    <message>
        <source>How far the window moves from one output to the next.</source>
        <translation>相邻两个输出之间窗口移动的距离。</translation>
    </message>
    <message>
        <source>How far to go along each direction: just the learning rate (none), or as far as the loss falls well.</source>
        <translation>沿每个方向走多远：只按学习率（none），或走到损失充分下降处。</translation>
    </message>
    <message>
        <source>How fast the momentum grows.</source>
        <translation>动量增长得有多快。</translation>
    </message>
    <message>
        <source>How grainy the images are.</source>
        <translation>图像的颗粒噪声有多强。</translation>
    </message>
    <message>
        <source>How large a lead is large enough.</source>
        <translation>领先多少才算够。</translation>
    </message>
    <message>
        <source>How little easy samples count; 0 is cross-entropy.</source>
        <translation>简单样本的权重降低多少；0 即交叉熵。</translation>
    </message>
    <message>
        <source>How long each row is.</source>
        <translation>每行的长度。</translation>
    </message>
    <message>
        <source>How many characters the network sees.</source>
        <translation>网络看到多少个字符。</translation>
    </message>
    <message>
        <source>How many dates are drawn.</source>
        <translation>抽取多少个日期。</translation>
    </message>
    <message>
        <source>How many different numbers there are, counted from 0.</source>
        <translation>不同的数有多少个，从 0 数起。</translation>
    </message>
    <message>
        <source>How many different symbols there are.</source>
        <translation>有多少种不同的符号。</translation>
    </message>
    <message>
        <source>How many guesses the network has.</source>
        <translation>网络可以猜几次。</translation>
    </message>
    <message>
        <source>How many images are drawn.</source>
        <translation>抽取多少幅图像。</translation>
    </message>
    <message>
        <source>How many kernels each channel gets.</source>
        <translation>每个通道有多少个卷积核。</translation>
    </message>
    <message>
        <source>How many kernels, and so outputs, it has.</source>
        <translation>卷积核的个数，也就是输出通道数。</translation>
    </message>
    <message>
        <source>How many keys have a value in each sequence.</source>
        <translation>每个序列中有多少个键带有值。</translation>
    </message>
    <message>
        <source>How many keys there are, and how many values.</source>
        <translation>键的个数，也是值的个数。</translation>
    </message>
    <message>
        <source>How many neighbouring channels count.</source>
        <translation>计入多少个相邻通道。</translation>
    </message>
    <message>
        <source>How many numbers it remembers.</source>
        <translation>隐藏状态有多少个数。</translation>
    </message>
    <message>
        <source>How many of the last gradients the curvature is guessed from.</source>
        <translation>用最近多少个梯度来估计曲率。</translation>
    </message>
    <message>
        <source>How many of them stand on one another.</source>
        <translation>堆叠多少层。</translation>
    </message>
    <message>
        <source>How many opinions are told by a &quot;not&quot;.</source>
        <translation>用 not 表达的看法所占的比例。</translation>
    </message>
    <message>
        <source>How many random numbers a sample is made of.</source>
        <translation>一个样本由多少个随机数生成。</translation>
    </message>
    <message>
        <source>How many samples are looked at.</source>
        <translation>查看多少个样本。</translation>
    </message>
    <message>
        <source>How many sentences are drawn.</source>
        <translation>抽取多少个句子。</translation>
    </message>
    <message>
        <source>How many sentences say the opposite first, then &quot;but&quot;.</source>
        <translation>先说反话再接 but 的句子所占的比例。</translation>
    </message>
    <message>
        <source>How many sequences are drawn.</source>
        <translation>抽取多少个序列。</translation>
    </message>
    <message>
        <source>How many steps a sequence has.</source>
        <translation>序列有多少步。</translation>
    </message>
    <message>
        <source>How many symbols come after the one to remember.</source>
        <translation>要记住的符号之后还有多少个符号。</translation>
    </message>
    <message>
        <source>How many times longer each period is than the one before.</source>
        <translation>每个周期是前一个的多少倍。</translation>
    </message>
    <message>
        <source>How many times longer each side gets.</source>
        <translation>每边变为原来的多少倍。</translation>
    </message>
    <message>
        <source>How many times smaller the first rate is than the full one.</source>
        <translation>起始学习率是全值的几分之一。</translation>
    </message>
    <message>
        <source>How many times smaller the last rate is than the first one.</source>
        <translation>最终学习率是起始值的几分之一。</translation>
    </message>
    <message>
        <source>How many trees are drawn.</source>
        <translation>抽取多少棵树。</translation>
    </message>
    <message>
        <source>How many values the network sees before the next one.</source>
        <translation>网络在预测下一个值之前看到多少个值。</translation>
    </message>
    <message>
        <source>How many vanes, and so classes, there are.</source>
        <translation>叶片的个数，也就是类别数。</translation>
    </message>
    <message>
        <source>How many windows are cut from the text.</source>
        <translation>从文本中截取多少个窗口。</translation>
    </message>
    <message>
        <source>How many windows are cut.</source>
        <translation>截取多少个窗口。</translation>
    </message>
    <message>
        <source>How much a yes counts beside a no.</source>
        <translation>“是”相对于“否”的权重。</translation>
    </message>
    <message>
        <source>How much each class counts, in their order; with none all count alike.</source>
        <translation>各类别的权重，按类别顺序；留空则一视同仁。</translation>
    </message>
    <message>
        <source>How much of each class the network finds, as the mean over all classes; also called balanced accuracy.</source>
        <translation>网络找出了每个类别的多少，对所有类别取平均；又称平衡准确率。</translation>
    </message>
    <message>
        <source>How much size and position vary; at 0 all are alike, in the middle.</source>
        <translation>大小和位置的变化幅度；为 0 时都相同且居中。</translation>
    </message>
    <message>
        <source>How much the neighbours count.</source>
        <translation>相邻通道的影响有多大。</translation>
    </message>
    <message>
        <source>How often the block stands one after another.</source>
        <translation>块首尾相接重复多少次。</translation>
    </message>
    <message>
        <source>How sharp the bend at 0 is.</source>
        <translation>在 0 处弯折得有多急。</translation>
    </message>
    <message>
        <source>How soft the teacher&apos;s answers are made.</source>
        <translation>把教师的输出软化到什么程度。</translation>
    </message>
    <message>
        <source>How surprised the network is by a yes or no; it takes probabilities, so that the network ends with a sigmoid.</source>
        <translation>网络对“是”或“否”有多意外；输入为概率，因此网络以 sigmoid 结尾。</translation>
    </message>
    <message>
        <source>How surprised the network is by the true class; it takes log-probabilities, which a log-softmax gives.</source>
        <translation>网络对真实类别有多意外；输入为对数概率，由 log-softmax 给出。</translation>
    </message>
    <message>
        <source>How the two networks are scored.</source>
        <translation>两个网络如何计分。</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>Inner units</source>
        <translation>内层单元</translation>
    </message>
    <message>
        <source>Input noise</source>
        <translation>输入噪声</translation>
    </message>
    <message>
        <source>Instance norm 2d</source>
        <translation>二维实例归一化</translation>
    </message>
    <message>
        <source>Into how many groups the channels are put.</source>
        <translation>通道分成多少组。</translation>
    </message>
    <message>
        <source>Into how many parts the channels are split, each with its kernels.</source>
        <translation>通道分成多少组，各组使用各自的卷积核。</translation>
    </message>
    <message>
        <source>Into how many parts the features are split, each looking anew.</source>
        <translation>特征分成多少份，各份单独计算注意力。</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Its memory after every step, or after the last.</source>
        <translation>每一步之后的隐藏状态，或仅最后一步之后的。</translation>
    </message>
    <message>
        <source>Its memory after every step, or after the last; as state with the cell, which is not told else.</source>
        <translation>每一步之后的隐藏状态，或最后一步之后的；选“状态”时还包括细胞状态，其他选项不给出它。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>Kaiming normal</source>
        <translation>Kaiming 正态</translation>
    </message>
    <message>
        <source>Kaiming uniform</source>
        <translation>Kaiming 均匀</translation>
    </message>
    <message>
        <source>Keep size</source>
        <translation>保持大小</translation>
    </message>
    <message>
        <source>Keeps the division from dividing by zero.</source>
        <translation>避免除以零。</translation>
    </message>
    <message>
        <source>Keeps the largest number of each window of a sequence, so that it matters less where exactly a pattern is.</source>
        <translation>保留序列每个窗口中的最大值，使模式的确切位置不那么重要。</translation>
    </message>
    <message>
        <source>Keeps the largest number of each window of an image, so that it matters less where exactly a pattern is.</source>
        <translation>保留图像每个窗口中的最大值，使模式的确切位置不那么重要。</translation>
    </message>
    <message>
        <source>Keeps the last step of a sequence, which has seen all the steps before it.</source>
        <translation>保留序列的最后一步，它已看过之前的所有步。</translation>
    </message>
    <message>
        <source>Keeps the learning rate as it is.</source>
        <translation>学习率保持不变。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>Key and value</source>
        <translation>键与值</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Klambauer et al., &quot;Self-normalizing neural networks&quot;, 2017.</source>
        <translation>Klambauer 等, &quot;Self-normalizing neural networks&quot;, 2017。</translation>
    </message>
    <message>
        <source>L-BFGS</source>
        <translation>L-BFGS</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>LSUV</source>
        <translation>LSUV</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>标签噪声</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Largest weight</source>
        <translation>最大权重</translation>
    </message>
    <message>
        <source>Layer after layer: W ← W / √var(outputs), until |var − 1| &lt; tol. Dense layers and convolutions are scaled, biases and what was done by hand stay. Mishkin &amp; Matas, &quot;All you need is a good init&quot;, 2015.</source>
        <translation>逐层进行：W ← W / √var(outputs)，直到 |var − 1| &lt; tol。缩放全连接层和卷积层，偏置和手动设置的内容保持不变。Mishkin &amp; Matas, &quot;All you need is a good init&quot;, 2015。</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Lays all numbers of a sample in one row, so that an image can enter a dense layer.</source>
        <translation>把一个样本的所有数排成一行，使图像能进入全连接层。</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learn a number for each sample from samples whose number is known.</source>
        <translation>从数值已知的样本中，学习为每个样本预测数值。</translation>
    </message>
    <message>
        <source>Learn from a table of your own: each row is a sample, one column is the target, all others are inputs.</source>
        <translation>用自己的表格学习：每行是一个样本，一列是目标，其余各列是输入。</translation>
    </message>
    <message>
        <source>Learn the class of each sample from samples whose class is known.</source>
        <translation>从类别已知的样本中，学习判断每个样本的类别。</translation>
    </message>
    <message>
        <source>Learn to squeeze each sample through a narrow code and to restore it.</source>
        <translation>学习把每个样本压缩成窄编码，再还原出来。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate at the end of each period.</source>
        <translation>每个周期结束时的学习率。</translation>
    </message>
    <message>
        <source>Learning rate at the end of the training.</source>
        <translation>训练结束时的学习率。</translation>
    </message>
    <message>
        <source>Learnt scale</source>
        <translation>可学习缩放</translation>
    </message>
    <message>
        <source>Least gain</source>
        <translation>最小改进</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>忽略的列</translation>
    </message>
    <message>
        <source>Leaves every layer as PyTorch builds it.</source>
        <translation>各层保持 PyTorch 创建时的样子。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Length that the gradient may have at most.</source>
        <translation>梯度允许的最大长度。</translation>
    </message>
    <message>
        <source>Length that the weights of a unit may have.</source>
        <translation>一个单元的权重允许的长度。</translation>
    </message>
    <message>
        <source>Lets each step of a sequence look at all steps and take up what it finds, several heads side by side.</source>
        <translation>让序列的每一步查看所有步并汇集所需信息，多个注意力头并行。</translation>
    </message>
    <message>
        <source>Lets each step of one sequence look at the steps of another and take up what it finds.</source>
        <translation>让一个序列的每一步查看另一序列的各步并汇集所需信息。</translation>
    </message>
    <message>
        <source>Lets numbers between 0 and 6 pass and cuts off the others, which keeps numbers small on weak machines.</source>
        <translation>0 到 6 之间的数通过，其余截断，使数值在低端设备上保持较小。</translation>
    </message>
    <message>
        <source>Lets numbers between two ends pass and cuts off the others; beyond the ends no gradient passes.</source>
        <translation>两个端点之间的数通过，其余截断；端点以外没有梯度。</translation>
    </message>
    <message>
        <source>Lets positive numbers pass and bends negative ones smoothly towards −alpha.</source>
        <translation>正数直接通过，负数平滑地趋向 −alpha。</translation>
    </message>
    <message>
        <source>Lets positive numbers pass and makes negative ones small, so that no unit is ever wholly dead.</source>
        <translation>正数直接通过，负数被缩小，因此没有单元会完全失活。</translation>
    </message>
    <message>
        <source>Lets positive numbers pass and scales negative ones by a slope that is learnt.</source>
        <translation>正数直接通过，负数乘以学到的斜率。</translation>
    </message>
    <message>
        <source>Lets positive numbers pass and turns negative ones into 0.</source>
        <translation>正数直接通过，负数变为 0。</translation>
    </message>
    <message>
        <source>Lets the learning rate fall along a power, to 0 at the last epoch.</source>
        <translation>学习率按幂函数下降，到最后一轮为 0。</translation>
    </message>
    <message>
        <source>Lets the learning rate glide along half a cosine again and again, back at its start after each.</source>
        <translation>学习率反复沿半个余弦下降，每次之后回到初值。</translation>
    </message>
    <message>
        <source>Lets the learning rate glide along half a cosine, down to its end at the last epoch.</source>
        <translation>学习率沿半个余弦下降，到最后一轮降至终值。</translation>
    </message>
    <message>
        <source>Lets the learning rate rise and fall between a low and its full size, over and over.</source>
        <translation>学习率在低值与全值之间反复升降。</translation>
    </message>
    <message>
        <source>Line search</source>
        <translation>线搜索</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性层</translation>
    </message>
    <message>
        <source>Linear warm-up</source>
        <translation>线性预热</translation>
    </message>
    <message>
        <source>Local response norm</source>
        <translation>局部响应归一化</translation>
    </message>
    <message>
        <source>Log softmax</source>
        <translation>Log softmax</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最大长度</translation>
    </message>
    <message>
        <source>Look ahead along the momentum before taking the gradient.</source>
        <translation>先沿动量方向前瞻一步，再求梯度。</translation>
    </message>
    <message>
        <source>Look up what belongs to a key: some pairs of a key and a value, then a key that is asked for.</source>
        <translation>查找键对应的值：先给出若干键值对，再给出要查询的键。</translation>
    </message>
    <message>
        <source>Looks up a learnt row of numbers for each whole number, as for the words or characters of a text.</source>
        <translation>为每个整数查出学到的一行数，例如文本中的词或字符。</translation>
    </message>
    <message>
        <source>Loss of height per epoch; only exp_range reads it.</source>
        <translation>每轮的高度衰减；只用于 exp_range。</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低值</translation>
    </message>
    <message>
        <source>Lower end of the interval.</source>
        <translation>区间的下端。</translation>
    </message>
    <message>
        <source>Lowest rate</source>
        <translation>最低学习率</translation>
    </message>
    <message>
        <source>Lowest rate, as a share of the full learning rate.</source>
        <translation>最低学习率，以占全值的比例表示。</translation>
    </message>
    <message>
        <source>MAE (L1)</source>
        <translation>平均绝对误差 (L1)</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>均方误差 (MSE)</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>多数</translation>
    </message>
    <message>
        <source>Makes a number smaller where its neighbours in the channels beside it are large.</source>
        <translation>相邻通道同一位置的数较大时，使该数变小。</translation>
    </message>
    <message>
        <source>Makes labels wrong, while the points stay where they are.</source>
        <translation>使标签出错，点的位置不变。</translation>
    </message>
    <message>
        <source>Makes one step of all steps of a sequence, by their mean or by the largest number of each feature.</source>
        <translation>把序列的所有步合为一步：取平均，或取每个特征的最大值。</translation>
    </message>
    <message>
        <source>Makes steps smaller for parameters that have already had large gradients; the steps never grow again.</source>
        <translation>梯度曾经较大的参数步长变小；步长不会再变大。</translation>
    </message>
    <message>
        <source>Makes the learning rate smaller with each step.</source>
        <translation>学习率随每一步减小。</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Marked sum</source>
        <translation>标记求和</translation>
    </message>
    <message>
        <source>Matrix product</source>
        <translation>矩阵乘法</translation>
    </message>
    <message>
        <source>Max pool 1d</source>
        <translation>一维最大池化</translation>
    </message>
    <message>
        <source>Max pool 2d</source>
        <translation>二维最大池化</translation>
    </message>
    <message>
        <source>Max-norm</source>
        <translation>最大范数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Mean of |ŷ − y|.</source>
        <translation>|ŷ − y| 的平均。</translation>
    </message>
    <message>
        <source>Measures each step against the steps before it, so that it hardly needs a learning rate.</source>
        <translation>以先前的更新来衡量每一步，因此几乎不需要学习率。</translation>
    </message>
    <message>
        <source>Merge and shape</source>
        <translation>合并与变形</translation>
    </message>
    <message>
        <source>Middle of the bell curve.</source>
        <translation>正态分布的中心。</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>Missing numbers become the mean of their column, a text column becomes one 0/1 input per class; text columns of more than 64 classes and empty columns are left out, and so are rows without a target. At most 64 MB.</source>
        <translation>缺失的数用该列的均值代替，文本列的每个类别变成一个 0/1 输入；超过 64 类的文本列和空列被忽略，没有目标的行也被忽略。最大 64 MB。</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>模态数</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Momentum decay</source>
        <translation>动量衰减</translation>
    </message>
    <message>
        <source>Most directions that are tried in one step.</source>
        <translation>一步中最多尝试的方向数。</translation>
    </message>
    <message>
        <source>Most times that one layer is scaled.</source>
        <translation>每一层最多缩放的次数。</translation>
    </message>
    <message>
        <source>Moves the points, while their labels stay true.</source>
        <translation>使点移动，标签保持正确。</translation>
    </message>
    <message>
        <source>Multi-class margin</source>
        <translation>多分类间隔</translation>
    </message>
    <message>
        <source>Multi-head attention</source>
        <translation>多头注意力</translation>
    </message>
    <message>
        <source>Multi-step</source>
        <translation>多阶梯</translation>
    </message>
    <message>
        <source>Multiplier</source>
        <translation>乘数</translation>
    </message>
    <message>
        <source>Multiplies its inputs number by number, as when one path decides how much of another passes.</source>
        <translation>把各输入逐元素相乘，例如由一路决定另一路通过多少。</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by gamma after every epoch.</source>
        <translation>每轮之后学习率乘以 gamma。</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by gamma at chosen epochs.</source>
        <translation>在指定的轮次学习率乘以 gamma。</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by gamma every few epochs.</source>
        <translation>每隔几轮学习率乘以 gamma。</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by gamma when the validation loss has not improved for a while.</source>
        <translation>验证损失一段时间没有改进时，学习率乘以 gamma。</translation>
    </message>
    <message>
        <source>Multiplies two matrices, as attention does with queries and keys.</source>
        <translation>把两个矩阵相乘，如注意力中的查询与键。</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>NAdam</source>
        <translation>NAdam</translation>
    </message>
    <message>
        <source>NLL</source>
        <translation>负对数似然 (NLL)</translation>
    </message>
    <message>
        <source>Name of the column to predict; empty for the last one.</source>
        <translation>要预测的列名；留空则为最后一列。</translation>
    </message>
    <message>
        <source>Names of columns that are no inputs, with commas between them.</source>
        <translation>不作为输入的列名，用逗号分隔。</translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation>负半轴斜率</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Next character</source>
        <translation>下一个字符</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Nonlinearity</source>
        <translation>非线性</translation>
    </message>
    <message>
        <source>Norm first</source>
        <translation>先归一化</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>Normal around (2, 2) and (−2, −2), variance 0.5 + 7 · coordinate noise. Label noise flips a label with probability noise / 2.</source>
        <translation>以 (2, 2) 和 (−2, −2) 为中心的正态分布，方差为 0.5 + 7 · 坐标噪声。标签噪声以 噪声 / 2 的概率翻转标签。</translation>
    </message>
    <message>
        <source>Normal around points of a circle of radius 3.5, variance 0.5 + 7 · coordinate noise. Label noise turns a label into another one with probability noise / 2.</source>
        <translation>以半径为 3.5 的圆上各点为中心的正态分布，方差为 0.5 + 7 · 坐标噪声。标签噪声以 噪声 / 2 的概率换成另一标签。</translation>
    </message>
    <message>
        <source>Normal with deviation 0.05 + coordinate noise around points of a circle of radius 2; the class is the cloud. Label noise turns a label into another one with probability noise / 2. Metz et al., &quot;Unrolled generative adversarial networks&quot;, 2016.</source>
        <translation>以半径为 2 的圆上各点为中心、标准差为 0.05 + 坐标噪声的正态分布；类别即所属点团。标签噪声以 噪声 / 2 的概率换成另一标签。Metz 等, &quot;Unrolled generative adversarial networks&quot;, 2016。</translation>
    </message>
    <message>
        <source>Normal with deviation 0.05 + coordinate noise around the points of a grid from −4 to 4 per axis; the class is the cloud, named by column and row. Label noise turns a label into another one with probability noise / 2. Dumoulin et al., &quot;Adversarially learned inference&quot;, 2016.</source>
        <translation>以每轴从 −4 到 4 的网格点为中心、标准差为 0.05 + 坐标噪声的正态分布；类别即所属点团，以列和行命名。标签噪声以 噪声 / 2 的概率换成另一标签。Dumoulin 等, &quot;Adversarially learned inference&quot;, 2016。</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Not 比例</translation>
    </message>
    <message>
        <source>Of the samples that belong to a class, the share that it puts there (macro average).</source>
        <translation>属于某一类的样本中，被判为该类的比例（宏平均）。</translation>
    </message>
    <message>
        <source>Of the samples that it puts into a class, the share that belong there (macro average).</source>
        <translation>被判为某一类的样本中，确实属于该类的比例（宏平均）。</translation>
    </message>
    <message>
        <source>Of the signal (fan_in) or of the gradient (fan_out).</source>
        <translation>保持信号 (fan_in) 或梯度 (fan_out) 的大小。</translation>
    </message>
    <message>
        <source>On plateau</source>
        <translation>停滞衰减</translation>
    </message>
    <message>
        <source>One arm wound around itself; the class tells its inner, its middle and its outer turn apart.</source>
        <translation>一条自我缠绕的旋臂；类别区分内圈、中圈和外圈。</translation>
    </message>
    <message>
        <source>One axis</source>
        <translation>轴一</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>单循环</translation>
    </message>
    <message>
        <source>One number for precision and recall, as the mean over all classes; rare classes count as much as common ones.</source>
        <translation>用一个数兼顾精确率和召回率，对所有类别取平均；少见的类别与常见的同等重要。</translation>
    </message>
    <message>
        <source>Ones</source>
        <translation>全一</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>Other axis</source>
        <translation>轴二</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>输出填充</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>输出大小</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>历时</translation>
    </message>
    <message>
        <source>PReLU</source>
        <translation>PReLU</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>键值对数</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>奇偶</translation>
    </message>
    <message>
        <source>Passes everything on unchanged.</source>
        <translation>原样传递。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心轮数</translation>
    </message>
    <message>
        <source>Per channel</source>
        <translation>逐通道</translation>
    </message>
    <message>
        <source>Permute</source>
        <translation>维度重排</translation>
    </message>
    <message>
        <source>Pinwheel</source>
        <translation>风车</translation>
    </message>
    <message>
        <source>Pixel noise</source>
        <translation>像素噪声</translation>
    </message>
    <message>
        <source>Pixels per side</source>
        <translation>边长像素</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>Pool over time</source>
        <translation>时间池化</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Positional embedding</source>
        <translation>位置嵌入</translation>
    </message>
    <message>
        <source>Positional encoding</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>幂次</translation>
    </message>
    <message>
        <source>Prechelt, &quot;Early stopping, but when?&quot;, 1998.</source>
        <translation>Prechelt, &quot;Early stopping, but when?&quot;, 1998。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Predict how far diabetes goes within a year, from age, sex, body mass and blood.</source>
        <translation>由年龄、性别、体重指数和血液指标预测一年后糖尿病的进展。</translation>
    </message>
    <message>
        <source>Probability that a channel is switched off.</source>
        <translation>每个通道被丢弃的概率。</translation>
    </message>
    <message>
        <source>Probability that a number between its layers is switched off.</source>
        <translation>各层之间每个数被丢弃的概率。</translation>
    </message>
    <message>
        <source>Probability that a number is switched off.</source>
        <translation>每个数被丢弃的概率。</translation>
    </message>
    <message>
        <source>Pulls every parameter towards zero at each step.</source>
        <translation>每一步都把所有参数拉向零。</translation>
    </message>
    <message>
        <source>Pulls every weight towards 0 as L1 and L2 do together.</source>
        <translation>同时像 L1 和 L2 那样把每个权重拉向 0。</translation>
    </message>
    <message>
        <source>Pulls every weight towards 0 with the same force, so that unneeded weights come close to 0.</source>
        <translation>以同样的力把每个权重拉向 0，使不需要的权重接近 0。</translation>
    </message>
    <message>
        <source>Pulls every weight towards 0, large ones harder, so that no weight grows very large.</source>
        <translation>把每个权重拉向 0，越大拉得越重，使权重不会变得很大。</translation>
    </message>
    <message>
        <source>Puts its inputs behind one another along one dimension, by default the features.</source>
        <translation>沿一个维度（默认为特征维）把各输入首尾拼接。</translation>
    </message>
    <message>
        <source>Puts the axes of a sample in another order.</source>
        <translation>调整样本各轴的顺序。</translation>
    </message>
    <message>
        <source>Puts zeros around an image; where a side is negative, that much is cut off.</source>
        <translation>在图像四周补零；某边为负时，则裁去相应的部分。</translation>
    </message>
    <message>
        <source>PyTorch default</source>
        <translation>PyTorch 默认</translation>
    </message>
    <message>
        <source>PyTorch script</source>
        <translation>PyTorch 脚本</translation>
    </message>
    <message>
        <source>RAdam</source>
        <translation>RAdam</translation>
    </message>
    <message>
        <source>RMS norm</source>
        <translation>RMS 归一化</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>RNN</source>
        <translation>RNN</translation>
    </message>
    <message>
        <source>Radii U(0, 1), U(2, 3) and U(4, 5). Coordinate noise moves points by U(−5, 5) · noise; label noise turns a label into another one with probability noise / 2.</source>
        <translation>半径取自 U(0, 1)、U(2, 3) 和 U(4, 5)。坐标噪声使点移动 U(−5, 5) · 噪声；标签噪声以 噪声 / 2 的概率换成另一标签。</translation>
    </message>
    <message>
        <source>Radius 5t and angle 1.75 · 2π · t for t in [0, 1). Coordinate noise moves points by U(−1, 1) · noise; label noise flips a label with probability noise / 2.</source>
        <translation>半径 5t，角度 1.75 · 2π · t，t 取自 [0, 1)。坐标噪声使点移动 U(−1, 1) · 噪声；标签噪声以 噪声 / 2 的概率翻转标签。</translation>
    </message>
    <message>
        <source>Radius r ~ N(1, 0.3), width N(0, 0.1), turned by 2π · arm / arms + exp(r) / 4 and stretched by 2.5; both are cut off at two deviations. Coordinate noise adds normal noise; label noise turns a label into another one with probability noise / 2. Johnson et al., &quot;Composing graphical models with neural networks&quot;, 2016.</source>
        <translation>半径 r ~ N(1, 0.3)，宽度 N(0, 0.1)，旋转 2π · arm / arms + exp(r) / 4 并放大 2.5 倍；两者都在两个标准差处截断。坐标噪声加上正态噪声；标签噪声以 噪声 / 2 的概率换成另一标签。Johnson 等, &quot;Composing graphical models with neural networks&quot;, 2016。</translation>
    </message>
    <message>
        <source>Raises the learning rate from a small start to its full size and lets it fall far below the start by the end.</source>
        <translation>学习率从较小的初值升到全值，最后降到远低于初值。</translation>
    </message>
    <message>
        <source>Rate decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>ReLU6</source>
        <translation>ReLU6</translation>
    </message>
    <message>
        <source>Read handwritten digits in images of eight by eight pixels.</source>
        <translation>识别 8×8 像素图像中的手写数字。</translation>
    </message>
    <message>
        <source>Reads a sequence and keeps a memory that each step overwrites, so that it soon forgets.</source>
        <translation>读取序列并保持隐藏状态；每一步都会覆盖它，因此很快遗忘。</translation>
    </message>
    <message>
        <source>Reads a sequence and keeps a memory that gates open and close, so that it holds over many steps.</source>
        <translation>读取序列并用门控制记忆的写入和读出，因此记忆能保持很多步。</translation>
    </message>
    <message>
        <source>Reads a sequence and keeps a memory with two gates; like an LSTM, but with fewer weights.</source>
        <translation>读取序列并用两个门控制隐藏状态；类似 LSTM，但权重更少。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Recall the first</source>
        <translation>回忆第一个</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Remember the first symbol while others come along.</source>
        <translation>在其他符号陆续到来时记住第一个符号。</translation>
    </message>
    <message>
        <source>Reparameterise</source>
        <translation>重参数化</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Replaces each window of a sequence by its mean.</source>
        <translation>用平均值代替序列的每个窗口。</translation>
    </message>
    <message>
        <source>Replaces each window of an image by its mean.</source>
        <translation>用平均值代替图像的每个窗口。</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>冷却轮数</translation>
    </message>
    <message>
        <source>Restore best</source>
        <translation>恢复最佳</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Rho</source>
        <translation>ρ</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Ring of Gaussians</source>
        <translation>高斯环</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>Root mean squared error</source>
        <translation>均方根误差</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Row spread</source>
        <translation>行间差异</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows added at one end, to choose among the sizes possible.</source>
        <translation>在一端补上的行数，用于在可能的大小中选定一个。</translation>
    </message>
    <message>
        <source>Rows cut off on each side of the output.</source>
        <translation>输出每边裁去的行数。</translation>
    </message>
    <message>
        <source>Rows of zeros above.</source>
        <translation>上方补零的行数。</translation>
    </message>
    <message>
        <source>Rows of zeros below.</source>
        <translation>下方补零的行数。</translation>
    </message>
    <message>
        <source>Rows of zeros put around the input on each side.</source>
        <translation>输入每边补零的行数。</translation>
    </message>
    <message>
        <source>Rows put around the input; at most half of the kernel.</source>
        <translation>输入四周填充的行数；最多为核大小的一半。</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Say the last symbol again: no memory is needed, so every network should manage.</source>
        <translation>重复最后一个符号：不需要记忆，任何网络都应能做到。</translation>
    </message>
    <message>
        <source>Scale target</source>
        <translation>标准化目标</translation>
    </message>
    <message>
        <source>What comes in from outside: zeros, which do not count in a mask, or the pixels at the border again.</source>
        <translation>图像之外补入什么：零（在掩码中不计），或重复边缘的像素。</translation>
    </message>
    <message>
        <source>Self-attention</source>
        <translation>自注意力</translation>
    </message>
    <message>
        <source>Self-attention and then a small dense network for each step, both with a skip connection and layer norm.</source>
        <translation>先自注意力，再对每一步用小型全连接网络，两者都带残差连接和层归一化。</translation>
    </message>
    <message>
        <source>Self-attention over what is written so far, then attention to a memory, then a small dense network.</source>
        <translation>先对已写出的部分做自注意力，再对编码器的输出做注意力，然后是小型全连接网络。</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Several networks</source>
        <translation>多个网络</translation>
    </message>
    <message>
        <source>Several round clouds, each a class of its own.</source>
        <translation>若干圆形点团，每团各为一类。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Share by which the loss must fall to count as an improvement.</source>
        <translation>损失至少下降多少比例才算有改进。</translation>
    </message>
    <message>
        <source>Share of L1</source>
        <translation>L1 的比例</translation>
    </message>
    <message>
        <source>Share of all epochs in which it rises.</source>
        <translation>上升阶段占全部轮次的比例。</translation>
    </message>
    <message>
        <source>Share of the largest gradient so far kept at each step.</source>
        <translation>每一步保留迄今最大梯度的比例。</translation>
    </message>
    <message>
        <source>Share of the last step that is kept.</source>
        <translation>保留上一步的比例。</translation>
    </message>
    <message>
        <source>Share of the running mean of the gradient that is kept at each step.</source>
        <translation>每一步保留梯度滑动平均的比例。</translation>
    </message>
    <message>
        <source>Share of the running mean of the squared gradient that is kept at each step.</source>
        <translation>每一步保留梯度平方滑动平均的比例。</translation>
    </message>
    <message>
        <source>Share of the samples that the network trains on; it never sees the rest, which come later.</source>
        <translation>用于训练的样本比例；其余较晚的样本网络从不接触。</translation>
    </message>
    <message>
        <source>Share of the samples that the network trains on; it never sees the rest.</source>
        <translation>用于训练的样本比例；其余样本网络从不接触。</translation>
    </message>
    <message>
        <source>Share of the samples whose class is among the network&apos;s k best guesses.</source>
        <translation>类别位于网络前 k 个最佳猜测之中的样本比例。</translation>
    </message>
    <message>
        <source>Share of the samples whose class the network gets right.</source>
        <translation>网络判对类别的样本比例。</translation>
    </message>
    <message>
        <source>Share of the swing that is lost in each step.</source>
        <translation>每一步振幅损失的比例。</translation>
    </message>
    <message>
        <source>Share of the target that is spread evenly over all classes.</source>
        <translation>目标中均匀分给所有类别的比例。</translation>
    </message>
    <message>
        <source>Share of the targets&apos; variance that the network explains: 1 is perfect, 0 no better than their mean.</source>
        <translation>网络解释的目标方差比例：1 为完美，0 等同于只预测均值。</translation>
    </message>
    <message>
        <source>Share of the teacher&apos;s answers in the student&apos;s loss; the rest is the data&apos;s.</source>
        <translation>学生损失中教师输出所占的比例；其余来自数据。</translation>
    </message>
    <message>
        <source>Shift and scale a target of numbers to mean 0 and standard deviation 1.</source>
        <translation>平移并缩放数值目标，使均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>Shortens the gradient of all parameters together when it is longer than a limit; its direction stays.</source>
        <translation>全部参数的梯度超过上限时整体缩短；方向不变。</translation>
    </message>
    <message>
        <source>Shortens the weights of a unit after each step when they are longer than a limit.</source>
        <translation>每一步之后，若单元的权重长度超过上限，就将其缩短。</translation>
    </message>
    <message>
        <source>Shrink the weights themselves, as AdamW does, instead of adding weight decay to the gradient.</source>
        <translation>像 AdamW 那样直接收缩权重，而不是把权重衰减加到梯度上。</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Side of the window that becomes one number.</source>
        <translation>变为一个数的窗口的边长。</translation>
    </message>
    <message>
        <source>Side of the window that each output looks at.</source>
        <translation>每个输出所看窗口的边长。</translation>
    </message>
    <message>
        <source>Side of what comes out, whatever goes in.</source>
        <translation>输出的边长，与输入无关。</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Sine mix</source>
        <translation>混合正弦</translation>
    </message>
    <message>
        <source>Six bumps</source>
        <translation>六个峰</translation>
    </message>
    <message>
        <source>Six bumps, up and down in turn.</source>
        <translation>六个峰，高低相间。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of each step along the gradient.</source>
        <translation>沿梯度方向每一步的大小。</translation>
    </message>
    <message>
        <source>Size that each number may have at most.</source>
        <translation>每个分量允许的最大绝对值。</translation>
    </message>
    <message>
        <source>Sizes must be equal or 1, and a shorter shape is taken to lack the last ones: (C,) and (C, 1, 1) both scale each channel of (C, H, W). Hu et al., &quot;Squeeze-and-excitation networks&quot;, 2018.</source>
        <translation>各大小必须相等或为 1，较短的形状视为缺少末尾各维：(C,) 和 (C, 1, 1) 都会缩放 (C, H, W) 的每个通道。Hu 等, &quot;Squeeze-and-excitation networks&quot;, 2018。</translation>
    </message>
    <message>
        <source>Slanted plane</source>
        <translation>斜面</translation>
    </message>
    <message>
        <source>Slides small kernels along a sequence; each makes a row of where in the sequence it finds its pattern.</source>
        <translation>让小卷积核沿序列滑动；每个核输出一行，表示其模式出现在序列何处。</translation>
    </message>
    <message>
        <source>Slides small kernels over an image; each makes a map of where in the image it finds its pattern.</source>
        <translation>让小卷积核在图像上滑动；每个核输出一张特征图，表示其模式出现在图像何处。</translation>
    </message>
    <message>
        <source>Slope left of 0; only leaky_relu reads it.</source>
        <translation>0 左侧的斜率；只用于 leaky_relu。</translation>
    </message>
    <message>
        <source>Slope of the function left of 0.</source>
        <translation>函数在 0 左侧的斜率。</translation>
    </message>
    <message>
        <source>Small round clouds on a grid, many more than a model easily keeps in mind.</source>
        <translation>排成网格的小圆点团，数量多到模型不易全部记住。</translation>
    </message>
    <message>
        <source>Small round clouds on a ring: a model that makes points should find every one of them.</source>
        <translation>排成一圈的小圆点团：生成点的模型应找到其中每一个。</translation>
    </message>
    <message>
        <source>Smooth L1</source>
        <translation>Smooth L1</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Spreads each number of a sequence over a window, times a kernel, and so makes a longer sequence.</source>
        <translation>把序列的每个数乘以卷积核并铺到一个窗口上，得到更长的序列。</translation>
    </message>
    <message>
        <source>Spreads each number of an image over a window, times a kernel, and so makes a larger image.</source>
        <translation>把图像的每个数乘以卷积核并铺到一个窗口上，得到更大的图像。</translation>
    </message>
    <message>
        <source>Square for small misses and straight for large ones, as steep as the square is where it ends.</source>
        <translation>误差小时为平方，误差大时为直线，其斜率与平方终止处相同。</translation>
    </message>
    <message>
        <source>Square for small misses and straight for large ones, so that outliers do not rule.</source>
        <translation>误差小时为平方，误差大时为直线，使离群值不占主导。</translation>
    </message>
    <message>
        <source>Squeezes every number between 0 and 1; far from 0 it is flat, and little gradient passes.</source>
        <translation>把每个数压到 0 与 1 之间；远离 0 处平坦，梯度很难通过。</translation>
    </message>
    <message>
        <source>Squeezes every number between −1 and 1, with 0 in the middle.</source>
        <translation>把每个数压到 −1 与 1 之间，以 0 为中心。</translation>
    </message>
    <message>
        <source>Standard deviation of the bell curve before it is cut.</source>
        <translation>截断之前正态分布的标准差。</translation>
    </message>
    <message>
        <source>Standard deviation of the bell curve.</source>
        <translation>正态分布的标准差。</translation>
    </message>
    <message>
        <source>Standard deviation of the noise.</source>
        <translation>噪声的标准差。</translation>
    </message>
    <message>
        <source>Stands for the layers of a block, one after another as often as `repeat` says.</source>
        <translation>代表块中的各层，按 `repeat` 的次数首尾相接。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>初始值</translation>
    </message>
    <message>
        <source>Starts every weight at 0; all units of a layer then stay the same for ever.</source>
        <translation>所有权重从 0 开始；同层的单元将永远相同。</translation>
    </message>
    <message>
        <source>Starts every weight at 1; all units of a layer then stay the same for ever.</source>
        <translation>每个权重都从 1 开始；于是一层的所有单元永远相同。</translation>
    </message>
    <message>
        <source>Starts every weight at one number; all units of a layer then stay the same for ever.</source>
        <translation>所有权重从同一个数开始；同层的单元将永远相同。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps of the discriminator for each step of the generator.</source>
        <translation>生成器每走一步，判别器走多少步。</translation>
    </message>
    <message>
        <source>Steps straight down the gradient of one batch; with momentum it keeps part of its last steps.</source>
        <translation>沿一个批次的梯度直接下降；有动量时保留部分先前的更新。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>相减</translation>
    </message>
    <message>
        <source>Sunspots</source>
        <translation>太阳黑子</translation>
    </message>
    <message>
        <source>Swiss roll</source>
        <translation>瑞士卷</translation>
    </message>
    <message>
        <source>Switches off a random part of its inputs in each training step, so that no unit can rely on a single other one.</source>
        <translation>丢弃：每个训练步随机关闭一部分输入，使单元不能只依赖某一个其他单元。</translation>
    </message>
    <message>
        <source>Switches off whole channels of a sequence in each training step, for neighbours in a channel are alike.</source>
        <translation>每个训练步丢弃序列的整个通道，因为同一通道中相邻的数很相似。</translation>
    </message>
    <message>
        <source>Switches off whole channels of an image in each training step, for neighbours in a channel are alike.</source>
        <translation>每个训练步丢弃图像的整个通道，因为同一通道中相邻的数很相似。</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>符号数</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Take last step</source>
        <translation>取最后一步</translation>
    </message>
    <message>
        <source>Takes its second input away from its first, number by number.</source>
        <translation>用第一个输入逐元素减去第二个输入。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target is a</source>
        <translation>目标类型</translation>
    </message>
    <message>
        <source>Teacher&apos;s epochs</source>
        <translation>教师轮数</translation>
    </message>
    <message>
        <source>Tell circles, squares and triangles apart, wherever they are and however large.</source>
        <translation>区分圆、正方形和三角形，无论位置和大小。</translation>
    </message>
    <message>
        <source>Tell from a short sentence whether somebody liked it, as in &quot;the plot was dull but i loved the music&quot;.</source>
        <translation>从短句判断评价是好是坏，例如 &quot;the plot was dull but i loved the music&quot;。</translation>
    </message>
    <message>
        <source>Tell malignant from benign tumours by the shape of their cell nuclei.</source>
        <translation>根据细胞核的形状区分恶性与良性肿瘤。</translation>
    </message>
    <message>
        <source>Tell the wines of three growers apart by a chemical analysis.</source>
        <translation>根据化学分析区分三家酒庄的葡萄酒。</translation>
    </message>
    <message>
        <source>Tell three kinds of iris apart by the size of their leaves.</source>
        <translation>根据花瓣和花萼的大小区分三种鸢尾花。</translation>
    </message>
    <message>
        <source>Tell whether the number of ones is odd: every single step counts.</source>
        <translation>判断 1 的个数是否为奇数：每一步都有影响。</translation>
    </message>
    <message>
        <source>Tell whether there are more ones than zeros: a sum is enough, the order does not matter.</source>
        <translation>判断 1 是否多于 0：求和即可，与次序无关。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The activation behind the layer; it decides the gain.</source>
        <translation>这一层之后的激活函数；它决定增益。</translation>
    </message>
    <message>
        <source>The axis it changes places with.</source>
        <translation>与之交换的轴。</translation>
    </message>
    <message>
        <source>The block of this experiment that it stands for.</source>
        <translation>它所代表的此实验中的块。</translation>
    </message>
    <message>
        <source>The character between columns, or auto to find it: comma, semicolon, tab or |.</source>
        <translation>列之间的字符；自动时识别逗号、分号、制表符或 |。</translation>
    </message>
    <message>
        <source>The class of the largest output; with a single output, the sign decides.</source>
        <translation>取最大输出对应的类别；只有一个输出时由符号决定。</translation>
    </message>
    <message>
        <source>The curves of all variants, one row per epoch, as CSV.</source>
        <translation>所有变体的曲线，每轮一行，CSV 格式。</translation>
    </message>
    <message>
        <source>The dimension that grows; 1 is the first after the batch.</source>
        <translation>增长的维度；1 是批之后的第一维。</translation>
    </message>
    <message>
        <source>The file to read: text with columns, such as CSV or TSV.</source>
        <translation>要读取的文件：分列的文本，如 CSV 或 TSV。</translation>
    </message>
    <message>
        <source>The first axis that joins; 1 is the first behind the batch.</source>
        <translation>参与合并的首轴；1 是批之后的第一轴。</translation>
    </message>
    <message>
        <source>The grid has this number times itself of clouds.</source>
        <translation>网格中点团的总数为此数的平方。</translation>
    </message>
    <message>
        <source>The largest difference between two rows of a hidden weight matrix, over hidden dense layers of two or more units.</source>
        <translation>隐藏层权重矩阵两行之间的最大差，取遍有两个及以上单元的全连接隐藏层。</translation>
    </message>
    <message>
        <source>The last axis that joins; −1 is the last there is.</source>
        <translation>参与合并的末轴；−1 表示最后一轴。</translation>
    </message>
    <message>
        <source>The last dense layer; its number of units follows from the data and the loss.</source>
        <translation>最后的全连接层；单元数由数据和损失函数决定。</translation>
    </message>
    <message>
        <source>The learning rate never falls below it.</source>
        <translation>学习率不会低于此值。</translation>
    </message>
    <message>
        <source>The least it gives.</source>
        <translation>输出的最小值。</translation>
    </message>
    <message>
        <source>The loss is that between a sample and decoder(encoder(sample)). Hinton &amp; Salakhutdinov, &quot;Reducing the dimensionality of data with neural networks&quot;, 2006.</source>
        <translation>损失取样本与 decoder(encoder(sample)) 之间的损失。Hinton &amp; Salakhutdinov, &quot;Reducing the dimensionality of data with neural networks&quot;, 2006。</translation>
    </message>
    <message>
        <source>The mean distance to the target; a few wild targets hardly move it.</source>
        <translation>与目标的平均距离；少数离群目标对它影响很小。</translation>
    </message>
    <message>
        <source>The mean of all steps, or the largest number.</source>
        <translation>所有步的平均，或最大值。</translation>
    </message>
    <message>
        <source>The mean square of what is missing to the target; large misses count far more than small ones.</source>
        <translation>与目标之差的平方的平均；大误差的影响远大于小误差。</translation>
    </message>
    <message>
        <source>The most it gives.</source>
        <translation>输出的最大值。</translation>
    </message>
    <message>
        <source>The number every weight starts at.</source>
        <translation>每个权重的初始值。</translation>
    </message>
    <message>
        <source>The parameters of the block.</source>
        <translation>块的参数。</translation>
    </message>
    <message>
        <source>The size of the largest weight of the network; biases do not count.</source>
        <translation>网络中最大权重的绝对值；不计偏置。</translation>
    </message>
    <message>
        <source>The sizes of a sample; −1 fits itself.</source>
        <translation>样本各维的大小；−1 自动推算。</translation>
    </message>
    <message>
        <source>The sizes of one sample, such as 3, 224, 224; empty as the data have.</source>
        <translation>一个样本各维的大小，如 3, 224, 224；留空则与数据相同。</translation>
    </message>
    <message>
        <source>The slope left of 0 before training.</source>
        <translation>训练前 0 左侧的斜率。</translation>
    </message>
    <message>
        <source>The sum itself, or only its sign.</source>
        <translation>和本身，或只取其符号。</translation>
    </message>
    <message>
        <source>The weights as a PyTorch state dict, for torch.load(path, weights_only=True).</source>
        <translation>PyTorch state dict 格式的权重，用 torch.load(path, weights_only=True) 读取。</translation>
    </message>
    <message>
        <source>The weights as safetensors, a plain format that many programs read.</source>
        <translation>safetensors 格式的权重，许多程序都能读取。</translation>
    </message>
    <message>
        <source>Three rings</source>
        <translation>三个圆环</translation>
    </message>
    <message>
        <source>Time series</source>
        <translation>时间序列</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Top-k accuracy</source>
        <translation>Top-k 准确率</translation>
    </message>
    <message>
        <source>Train share</source>
        <translation>训练比例</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Transformer decoder</source>
        <translation>Transformer 解码器</translation>
    </message>
    <message>
        <source>Transformer encoder</source>
        <translation>Transformer 编码器</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>Transposed conv 1d</source>
        <translation>一维转置卷积</translation>
    </message>
    <message>
        <source>Transposed conv 2d</source>
        <translation>二维转置卷积</translation>
    </message>
    <message>
        <source>Truncated normal</source>
        <translation>截断正态</translation>
    </message>
    <message>
        <source>Turns the numbers of a sample into positive shares that add up to 1.</source>
        <translation>把一个样本的各数变成总和为 1 的正比例。</translation>
    </message>
    <message>
        <source>Turns the numbers of a sample into the logarithms of shares that add up to 1, as NLL loss wants them.</source>
        <translation>把一个样本的各数变成总和为 1 的比例的对数，供 NLL 损失使用。</translation>
    </message>
    <message>
        <source>Two arms wound around each other, the hardest of the classic four.</source>
        <translation>两条互相缠绕的旋臂，经典四题中最难的一个。</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>两个点团</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other.</source>
        <translation>两个互相嵌入的半月。</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>A made sample is good where it lies as near to the mean of a class as 99 % of the real samples lie to theirs. Srivastava et al., &quot;VEEGAN: reducing mode collapse in GANs using implicit variational learning&quot;, 2017.</source>
        <translation>生成的样本到某一类均值的距离，若不超过 99% 的真实样本到其类均值的距离，就算合格。Srivastava 等, &quot;VEEGAN: reducing mode collapse in GANs using implicit variational learning&quot;, 2017。</translation>
    </message>
    <message>
        <source>(L, E) becomes (L, hidden_size), (hidden_size,) for the last step, or (2 · hidden_size,) for its state, h and behind it c, with which another can go on; twice as much for both directions. i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b), c = f · c + i · g, h = o · tanh(c). Hochreiter &amp; Schmidhuber, &quot;Long short-term memory&quot;, 1997.</source>
        <translation>(L, E) 变为 (L, hidden_size)，只取最后一步时为 (hidden_size,)，取状态时为 (2 · hidden_size,)，h 在前、c 在后，可供另一个 LSTM 接续；双向时加倍。i, f, o = σ(W x + U h + b)，g = tanh(W x + U h + b)，c = f · c + i · g，h = o · tanh(c)。Hochreiter &amp; Schmidhuber, &quot;Long short-term memory&quot;, 1997。</translation>
    </message>
    <message>
        <source>A readout makes one vector of all nodes of a graph. Duvenaud et al., &quot;Convolutional networks on graphs for learning molecular fingerprints&quot;, 2015.</source>
        <translation>读出层把图的所有节点变成一个向量。Duvenaud 等, &quot;Convolutional networks on graphs for learning molecular fingerprints&quot;, 2015。</translation>
    </message>
    <message>
        <source>A slope with outliers: the target is twice the first coordinate, but some points at the right lie far below.</source>
        <translation>带离群点的斜面：目标是第一个坐标的两倍，但右侧有些点远在下方。</translation>
    </message>
    <message>
        <source>Accuracy at the root</source>
        <translation>根节点准确率</translation>
    </message>
    <message>
        <source>Accuracy of moved images</source>
        <translation>平移图像的准确率</translation>
    </message>
    <message>
        <source>Adds fresh noise to every pixel, as a grainy film does.</source>
        <translation>给每个像素加上新的噪声，如同颗粒粗的胶片。</translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation>聚合方式</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>给出的答案</translation>
    </message>
    <message>
        <source>Architectures</source>
        <translation>经典架构</translation>
    </message>
    <message>
        <source>At each step it is told what it has itself written before, always its likeliest symbol (greedy decoding). Of the first few validation samples, for each of their steps takes a pass through the network.</source>
        <translation>每一步得到的是它自己此前写出的内容，总取最可能的符号（贪心解码）。取前几个验证样本；样本的每一步都要让网络计算一遍。</translation>
    </message>
    <message>
        <source>Bits per token</source>
        <translation>每词元比特数</translation>
    </message>
    <message>
        <source>Box detection</source>
        <translation>边界框检测</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Brings the pixels of each image closer to their mean, or farther from it.</source>
        <translation>使每幅图像的像素更接近或更远离其均值。</translation>
    </message>
    <message>
        <source>By</source>
        <translation>移动量</translation>
    </message>
    <message>
        <source>Centre crop</source>
        <translation>中心裁剪</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Cuts a part out of each image at a random place, and enlarges it to the size of the image.</source>
        <translation>从每幅图像的随机位置截取一部分，并放大到图像的大小。</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days are drawn evenly from the years; there are six ways to write them, filled up in front to 18 characters. Numbers are copied, months looked up, and a year of two digits gets its century. After the date task in the Keras examples and in Ng&apos;s course &quot;Sequence models&quot;, 2017.</source>
        <translation>日子在这些年份中均匀抽取；有六种写法，前面补足到 18 个字符。数字照抄，月份查表，两位数的年份补上世纪。参照 Keras 示例及吴恩达课程 &quot;Sequence models&quot;, 2017 中的日期任务。</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>失活单元</translation>
    </message>
    <message>
        <source>Decoder GRU</source>
        <translation>解码器 GRU</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>下降量</translation>
    </message>
    <message>
        <source>Each node has two neighbours, and so has each of these, on and on: with equal features all nodes stay equal. Random features break this. Xu et al., &quot;How powerful are graph neural networks?&quot;, 2019; Sato, Yamada &amp; Kashima, &quot;Random features strengthen graph neural networks&quot;, 2021.</source>
        <translation>每个节点有两个邻居，邻居又各有两个邻居，依此类推：特征相同时，所有节点始终相同。随机特征能打破这种对称。Xu 等, &quot;How powerful are graph neural networks?&quot;, 2019; Sato, Yamada &amp; Kashima, &quot;Random features strengthen graph neural networks&quot;, 2021。</translation>
    </message>
    <message>
        <source>Each node looks at itself and its neighbours, and learns how much to take of each of them.</source>
        <translation>每个节点关注自己和邻居，并学习各取多少。</translation>
    </message>
    <message>
        <source>Each node puts itself beside what its neighbours have on average, and a dense layer works on both.</source>
        <translation>每个节点把自己与邻居的平均拼接在一起，再经过一个全连接层。</translation>
    </message>
    <message>
        <source>Each node takes a weighted mean of itself and its neighbours, and a dense layer works on it.</source>
        <translation>每个节点对自己和邻居取加权平均，再经过一个全连接层。</translation>
    </message>
    <message>
        <source>Each pair of nodes of one half is joined with p_in, each pair of different halves with p_out. Features are N(0, 1) but for a small shift, so that alone they say little. Holland, Laskey &amp; Leinhardt, &quot;Stochastic blockmodels: first steps&quot;, 1983.</source>
        <translation>同一半的每对节点以概率 p_in 连边，不同半的每对节点以概率 p_out 连边。特征为 N(0, 1)，仅有少许偏移，单凭特征几乎看不出什么。Holland, Laskey &amp; Leinhardt, &quot;Stochastic blockmodels: first steps&quot;, 1983。</translation>
    </message>
    <message>
        <source>Each word goes with probability p; the last one left stays. Wei &amp; Zou, &quot;EDA: Easy data augmentation techniques for boosting performance on text classification tasks&quot;, 2019.</source>
        <translation>每个词以概率 p 去掉；最后剩下的一个词保留。Wei &amp; Zou, &quot;EDA: Easy data augmentation techniques for boosting performance on text classification tasks&quot;, 2019。</translation>
    </message>
    <message>
        <source>Each word that has synonyms gets one with probability p. After Wei &amp; Zou, &quot;EDA: Easy data augmentation techniques for boosting performance on text classification tasks&quot;, 2019, who insert them anywhere.</source>
        <translation>每个有同义词的词以概率 p 得到一个同义词。参照 Wei &amp; Zou, &quot;EDA: Easy data augmentation techniques for boosting performance on text classification tasks&quot;, 2019，原文把同义词插在任意位置。</translation>
    </message>
    <message>
        <source>Each word that has synonyms gives way to one of them with probability p. Wei &amp; Zou, &quot;EDA: Easy data augmentation techniques for boosting performance on text classification tasks&quot;, 2019.</source>
        <translation>每个有同义词的词以概率 p 换成其中一个。Wei &amp; Zou, &quot;EDA: Easy data augmentation techniques for boosting performance on text classification tasks&quot;, 2019。</translation>
    </message>
    <message>
        <source>Edges between</source>
        <translation>两半之间的边</translation>
    </message>
    <message>
        <source>Edges within</source>
        <translation>每半之内的边</translation>
    </message>
    <message>
        <source>Exact match, on its own</source>
        <translation>完全匹配（自行生成）</translation>
    </message>
    <message>
        <source>Exact match, told the truth</source>
        <translation>完全匹配（给出真值）</translation>
    </message>
    <message>
        <source>Exchanges left and right in a share of the images; good where both are as likely, bad for letters and digits.</source>
        <translation>把一部分图像左右翻转；两边同样可能时有益，对字母和数字有害。</translation>
    </message>
    <message>
        <source>Exchanges two words in a share of the samples, so that the network relies less on their order.</source>
        <translation>在一部分样本中交换两个词，使网络少依赖词序。</translation>
    </message>
    <message>
        <source>Expression trees</source>
        <translation>表达式树</translation>
    </message>
    <message>
        <source>First over last gradient</source>
        <translation>首末层梯度之比</translation>
    </message>
    <message>
        <source>First year</source>
        <translation>起始年份</translation>
    </message>
    <message>
        <source>From lr / div_factor to lr over the first pct_start of all steps, then to lr / (div_factor · final_div_factor). It moves at each step. Smith &amp; Topin, &quot;Super-convergence: Very fast training of neural networks using large learning rates&quot;, 2017.</source>
        <translation>在全部步数的前 pct_start 内从 lr / div_factor 升到 lr，之后降到 lr / (div_factor · final_div_factor)。每一步都变化。Smith &amp; Topin, &quot;Super-convergence: Very fast training of neural networks using large learning rates&quot;, 2017。</translation>
    </message>
    <message>
        <source>GAT</source>
        <translation>GAT</translation>
    </message>
    <message>
        <source>GCN</source>
        <translation>GCN</translation>
    </message>
    <message>
        <source>Good samples</source>
        <translation>合格样本</translation>
    </message>
    <message>
        <source>Graph classification</source>
        <translation>图分类</translation>
    </message>
    <message>
        <source>Graph shapes</source>
        <translation>图的形状</translation>
    </message>
    <message>
        <source>GraphSAGE</source>
        <translation>GraphSAGE</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Graphs have 8 nodes or more. Every node has the feature 1, so that only the edges tell anything. Trees grow by one node at a time at a random place; in a dense group every two nodes are joined.</source>
        <translation>每个图有 8 个或更多节点。每个节点的特征都是 1，只有边能说明问题。树每次在随机位置长出一个节点；稠密团中每两个节点都相连。</translation>
    </message>
    <message>
        <source>Grey images of one to three shapes of any size and grey, which may cover one another; half of the images are light shapes on a dark ground. A pixel inside a shape looks the same in all three: the network must look at the outline.</source>
        <translation>灰度图像，含一到三个大小和灰度不一、可能互相遮挡的形状；一半图像是暗底上的亮形状。形状内部的像素在三种形状里看上去都一样：网络必须看轮廓。</translation>
    </message>
    <message>
        <source>Guess every next character of a novel, each from those before it, so that the network can go on writing.</source>
        <translation>由前面的字符猜小说的每一个下一个字符，使网络能接着写下去。</translation>
    </message>
    <message>
        <source>Head weights</source>
        <translation>输出头的权重</translation>
    </message>
    <message>
        <source>Horizontal flip</source>
        <translation>水平翻转</translation>
    </message>
    <message>
        <source>How alike the vectors of all nodes are behind the last layer on the graph: near 1, none can be told from another.</source>
        <translation>图上最后一层之后，所有节点的向量有多相像：接近 1 时，彼此无法区分。</translation>
    </message>
    <message>
        <source>How far it moves at most, each way.</source>
        <translation>每个方向最多移动多远。</translation>
    </message>
    <message>
        <source>How far the factor goes from 1.</source>
        <translation>系数偏离 1 的最大幅度。</translation>
    </message>
    <message>
        <source>How far the mean of a half lies from 0, in standard deviations.</source>
        <translation>每半的均值距 0 多远，以标准差为单位。</translation>
    </message>
    <message>
        <source>How far the part may reach out of the image, in pixels.</source>
        <translation>截取部分最多可伸出图像多少像素。</translation>
    </message>
    <message>
        <source>How far they are lowered.</source>
        <translation>它们下降多少。</translation>
    </message>
    <message>
        <source>How large the gradient of the first layer is beside that of the last; near 0 the first layers hardly learn.</source>
        <translation>第一层的梯度相对于最后一层有多大；接近 0 时，前面的层几乎不学习。</translation>
    </message>
    <message>
        <source>How long vectors are on average.</source>
        <translation>向量的平均长度。</translation>
    </message>
    <message>
        <source>How many bits the network would need to write down each true symbol; lower is better.</source>
        <translation>网络记下每个真实符号需要多少比特；越低越好。</translation>
    </message>
    <message>
        <source>How many classes of the data a model that makes samples has found; when it keeps to a few, it has collapsed.</source>
        <translation>生成样本的模型找到了数据中的多少个类别；若只集中于少数几类，就是模式坍塌。</translation>
    </message>
    <message>
        <source>How many different letters there are.</source>
        <translation>有多少种不同的字母。</translation>
    </message>
    <message>
        <source>How many digits an expression has at most.</source>
        <translation>一个表达式最多有多少个数字。</translation>
    </message>
    <message>
        <source>How many graphs are drawn.</source>
        <translation>抽取多少个图。</translation>
    </message>
    <message>
        <source>How many letters a string has at least.</source>
        <translation>字符串最少有多少个字母。</translation>
    </message>
    <message>
        <source>How many letters a string has at most.</source>
        <translation>字符串最多有多少个字母。</translation>
    </message>
    <message>
        <source>How many nodes a graph has at most.</source>
        <translation>一个图最多有多少个节点。</translation>
    </message>
    <message>
        <source>How many nodes the graph has.</source>
        <translation>图有多少个节点。</translation>
    </message>
    <message>
        <source>How many numbers a point has.</source>
        <translation>每个点有多少个数。</translation>
    </message>
    <message>
        <source>How many numbers each head gives for each node.</source>
        <translation>每个头为每个节点给出多少个数。</translation>
    </message>
    <message>
        <source>How many numbers each node has afterwards.</source>
        <translation>之后每个节点有多少个数。</translation>
    </message>
    <message>
        <source>How many numbers each node has.</source>
        <translation>每个节点有多少个数。</translation>
    </message>
    <message>
        <source>How many numbers it keeps of each node.</source>
        <translation>为每个节点保留多少个数。</translation>
    </message>
    <message>
        <source>How many pixels the images are moved.</source>
        <translation>图像平移多少个像素。</translation>
    </message>
    <message>
        <source>How many samples are written.</source>
        <translation>写出多少个样本。</translation>
    </message>
    <message>
        <source>How many shapes an image has at most.</source>
        <translation>一幅图像最多有多少个形状。</translation>
    </message>
    <message>
        <source>How many ways of looking stand side by side.</source>
        <translation>并列的注意力头的个数。</translation>
    </message>
    <message>
        <source>How much a code that strays from a round cloud costs beside what is not restored.</source>
        <translation>编码偏离圆形点团的代价，相对于未能还原部分的权重。</translation>
    </message>
    <message>
        <source>How steeply the answers rise with the first input: the slope of the straight line through them.</source>
        <translation>输出随第一个输入上升得有多陡：过这些点的直线的斜率。</translation>
    </message>
    <message>
        <source>How well the area of each class is covered, as the mean over all classes, however small.</source>
        <translation>每个类别的面积覆盖得如何，对所有类别取平均，不论类别多小。</translation>
    </message>
    <message>
        <source>How well the area of each class is covered, where what is right counts twice; as the mean over all classes.</source>
        <translation>每个类别的面积覆盖得如何，其中正确部分计两次；对所有类别取平均。</translation>
    </message>
    <message>
        <source>HuberLoss</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>Illumination</source>
        <translation>光照</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>IoU is the number of pixels that have a class and are said to, over those that have it or are said to; over all pixels of all images at once. Jaccard, 1912.</source>
        <translation>IoU 是既属于某一类又被判为该类的像素数，除以属于该类或被判为该类的像素数；对所有图像的所有像素一并计算。Jaccard, 1912。</translation>
    </message>
    <message>
        <source>It rises for step_size_up epochs and falls for as many, moving at each step. triangular keeps its height, triangular2 halves it in each cycle, exp_range multiplies it by gamma in each epoch. Smith, &quot;Cyclical learning rates for training neural networks&quot;, 2015.</source>
        <translation>在 step_size_up 轮内上升，再用同样多轮下降，每一步都变化。triangular 保持高度，triangular2 每个循环减半，exp_range 每轮将高度乘以 gamma。Smith, &quot;Cyclical learning rates for training neural networks&quot;, 2015。</translation>
    </message>
    <message>
        <source>Its shape is the shape of one sample: (2,) for points of the plane, (1, 8, 8) for a small grey image. A shape of its own lets a network be looked at for which there are no data yet; it trains only on data of that shape. Samples of several parts, such as the nodes of a graph and its edges, enter by an Input for each part.</source>
        <translation>它的形状即一个样本的形状：平面上的点为 (2,)，小幅灰度图像为 (1, 8, 8)。指定自己的形状，可以查看还没有数据的网络；它只能用该形状的数据训练。样本由几个部分组成时（如图的节点和边），每个部分由各自的输入层进入。</translation>
    </message>
    <message>
        <source>Karate club</source>
        <translation>空手道俱乐部</translation>
    </message>
    <message>
        <source>Keeps a division by 0 away.</source>
        <translation>避免除以零。</translation>
    </message>
    <message>
        <source>Keeps the vectors of nodes apart from one another, so that a deep graph network does not blend them into one.</source>
        <translation>使各节点的向量彼此分开，深的图网络便不会把它们混为一谈。</translation>
    </message>
    <message>
        <source>L1 makes many of them, L2 few. Tibshirani, &quot;Regression shrinkage and selection via the lasso&quot;, 1996.</source>
        <translation>L1 使这样的权重很多，L2 则很少。Tibshirani, &quot;Regression shrinkage and selection via the lasso&quot;, 1996。</translation>
    </message>
    <message>
        <source>L1Loss</source>
        <translation>平均绝对误差 (L1)</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签数</translation>
    </message>
    <message>
        <source>Largest angle, to either side.</source>
        <translation>向任一侧的最大角度。</translation>
    </message>
    <message>
        <source>Largest factor.</source>
        <translation>最大系数。</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>终止年份</translation>
    </message>
    <message>
        <source>Lays two images of a batch over one another, and asks for the answers of both by the same shares.</source>
        <translation>把同一批中的两幅图像叠在一起，并按同样的比例要求两者的答案。</translation>
    </message>
    <message>
        <source>Leaky slope</source>
        <translation>泄漏斜率</translation>
    </message>
    <message>
        <source>Learn a code whose places near 0 all mean something, so that new samples can be drawn from it.</source>
        <translation>学习一种编码，0 附近的每个位置都有意义，从而可以抽取新样本。</translation>
    </message>
    <message>
        <source>Learn from arrays of your own, saved by NumPy: one file of samples, one of their targets.</source>
        <translation>用自己保存的 NumPy 数组来学习：一个样本文件，一个目标文件。</translation>
    </message>
    <message>
        <source>Learn several things about each sample at once: classes, numbers, or both.</source>
        <translation>同时学习每个样本的几个方面：类别、数值，或两者兼有。</translation>
    </message>
    <message>
        <source>Learn the class of each graph from graphs whose class is known.</source>
        <translation>从类别已知的图中，学习判断每个图的类别。</translation>
    </message>
    <message>
        <source>Learn the class of each node of a graph from a few nodes whose class is known.</source>
        <translation>从少数类别已知的节点中，学习判断图中每个节点的类别。</translation>
    </message>
    <message>
        <source>Learn the class of each node of a tree from the node and from what lies below it.</source>
        <translation>由树的节点本身及其下方的内容，学习判断每个节点的类别。</translation>
    </message>
    <message>
        <source>Learn the class of each pixel of an image from images whose pixels are known.</source>
        <translation>从像素类别已知的图像中，学习判断图像中每个像素的类别。</translation>
    </message>
    <message>
        <source>Learn to write a sequence of symbols from another one, each symbol from the source and from those before it.</source>
        <translation>学习由一个符号序列写出另一个，每个符号取决于源序列和此前的符号。</translation>
    </message>
    <message>
        <source>Learn what an image shows and the box around it.</source>
        <translation>学习判断图像中有什么，以及它的边界框。</translation>
    </message>
    <message>
        <source>Learn which symbol comes next, at every step of a sequence, so that the network can go on by itself.</source>
        <translation>在序列的每一步学习下一个符号是什么，使网络能自行续写。</translation>
    </message>
    <message>
        <source>Leaves out words, so that no single one decides; a lost &quot;not&quot; turns the meaning round, so keep p small.</source>
        <translation>去掉一些词，使任何一个词都不起决定作用；丢掉一个 not 会使意思相反，所以 p 要小。</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母数</translation>
    </message>
    <message>
        <source>Letters and lengths are drawn evenly; strings are filled up in front. The last letter must be written first, so that the whole string has to be kept. In which order a source is read matters: Sutskever, Vinyals &amp; Le, &quot;Sequence to sequence learning with neural networks&quot;, 2014.</source>
        <translation>字母和长度均匀抽取；字符串在前面补足。最后一个字母要最先写出，所以必须记住整个字符串。源序列的读取顺序很重要：Sutskever, Vinyals &amp; Le, &quot;Sequence to sequence learning with neural networks&quot;, 2014。</translation>
    </message>
    <message>
        <source>Loss of numbers</source>
        <translation>数值的损失</translation>
    </message>
    <message>
        <source>Loss of the heads that give numbers; those that give classes have the experiment&apos;s.</source>
        <translation>给出数值的输出头所用的损失；给出类别的输出头使用实验的损失。</translation>
    </message>
    <message>
        <source>MSELoss</source>
        <translation>均方误差 (MSE)</translation>
    </message>
    <message>
        <source>Makes each image lighter or darker as a whole, by adding the same number to all of its pixels.</source>
        <translation>给图像的所有像素加上同一个数，使整幅图像变亮或变暗。</translation>
    </message>
    <message>
        <source>Makes one vector of all nodes of a graph, whatever their number and order: what a graph as a whole is like.</source>
        <translation>把图的所有节点变成一个向量，不论节点的个数和顺序：表示整个图的特征。</translation>
    </message>
    <message>
        <source>Makes the colours of each image paler or stronger; it needs red, green and blue.</source>
        <translation>使每幅图像的颜色变淡或变浓；需要红、绿、蓝三个通道。</translation>
    </message>
    <message>
        <source>Makes what each image shows larger or smaller by a random factor; the image keeps its size.</source>
        <translation>以随机系数放大或缩小图像的内容；图像大小不变。</translation>
    </message>
    <message>
        <source>Mean IoU</source>
        <translation>平均 IoU</translation>
    </message>
    <message>
        <source>Mean cosine similarity of every two nodes, before the activation; 1 minus it is the mean average distance of Chen et al., &quot;Measuring and relieving the over-smoothing problem for graph neural networks&quot;, 2020.</source>
        <translation>激活函数之前，每两个节点的余弦相似度的平均；1 减去它就是下文的平均距离：Chen 等, &quot;Measuring and relieving the over-smoothing problem for graph neural networks&quot;, 2020。</translation>
    </message>
    <message>
        <source>Mean of −log₂ p of the true class, with p from softmax over the outputs, whatever the loss; 2 to this power is the perplexity. Shannon, &quot;Prediction and entropy of printed English&quot;, 1951.</source>
        <translation>真实类别的 −log₂ p 的平均，p 由输出经 softmax 得到，与损失无关；以 2 为底、以它为指数即困惑度。Shannon, &quot;Prediction and entropy of printed English&quot;, 1951。</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>Mixup</translation>
    </message>
    <message>
        <source>Modes found</source>
        <translation>找到的模式数</translation>
    </message>
    <message>
        <source>Modulo</source>
        <translation>模数</translation>
    </message>
    <message>
        <source>Most that is added or taken away.</source>
        <translation>加上或减去的最大值。</translation>
    </message>
    <message>
        <source>Moved edges</source>
        <translation>移动的边</translation>
    </message>
    <message>
        <source>Moves each image by a few whole pixels, so that the network does not mind where things are.</source>
        <translation>把每幅图像移动几个整像素，使网络不在意物体的位置。</translation>
    </message>
    <message>
        <source>Networks (PyTorch)</source>
        <translation>网络 (PyTorch)</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>Node classification</source>
        <translation>节点分类</translation>
    </message>
    <message>
        <source>Node similarity</source>
        <translation>节点相似度</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点数</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>NumPy file</source>
        <translation>NumPy 文件</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数的个数</translation>
    </message>
    <message>
        <source>Of how many nodes of each class the network is told the class.</source>
        <translation>每个类别有多少个节点的类别告诉网络。</translation>
    </message>
    <message>
        <source>Of the units (the channels of images) of all activation layers, over the validation samples. Lu et al., &quot;Dying ReLU and initialization&quot;, 2019.</source>
        <translation>所有激活层的单元（图像则为通道），在验证样本上统计。Lu 等, &quot;Dying ReLU and initialization&quot;, 2019。</translation>
    </message>
    <message>
        <source>Of the validation samples.</source>
        <translation>在验证样本上统计。</translation>
    </message>
    <message>
        <source>Of the validation samples. A network that is told the symbols before each step is told the true ones, so that it cannot be led astray by a mistake of its own.</source>
        <translation>在验证样本上统计。若网络在每一步之前会得到符号，则给出的是真实符号，它不会被自己的错误带偏。</translation>
    </message>
    <message>
        <source>One ring or two</source>
        <translation>一个环还是两个</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群点</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>边界外</translation>
    </message>
    <message>
        <source>Own features</source>
        <translation>自身特征</translation>
    </message>
    <message>
        <source>PairNorm</source>
        <translation>PairNorm</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Points with labels that a coin has drawn: there is nothing to learn, but they can be learnt by heart.</source>
        <translation>标签由抛硬币决定的点：没有规律可学，但可以死记硬背。</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Probability of an edge between nodes of different halves.</source>
        <translation>不同半的节点之间连边的概率。</translation>
    </message>
    <message>
        <source>Probability of an edge between two nodes of one half.</source>
        <translation>同一半的两个节点之间连边的概率。</translation>
    </message>
    <message>
        <source>Probability that a share of a neighbour is switched off.</source>
        <translation>每个邻居的注意力被丢弃的概率。</translation>
    </message>
    <message>
        <source>Probability that an edge is moved at random.</source>
        <translation>每条边被随机移动的概率。</translation>
    </message>
    <message>
        <source>Puts other words of the same meaning in place of some, so that the network does not hold on to single words.</source>
        <translation>把一些词换成意思相同的其他词，使网络不死盯个别的词。</translation>
    </message>
    <message>
        <source>Puts synonyms of some words in front of them, while there is room in the sequence.</source>
        <translation>在序列还有余地时，在一些词前面插入同义词。</translation>
    </message>
    <message>
        <source>Random crop</source>
        <translation>随机裁剪</translation>
    </message>
    <message>
        <source>Random deletion</source>
        <translation>随机删除</translation>
    </message>
    <message>
        <source>Random insertion</source>
        <translation>随机插入</translation>
    </message>
    <message>
        <source>Random labels</source>
        <translation>随机标签</translation>
    </message>
    <message>
        <source>Random share</source>
        <translation>随机比例</translation>
    </message>
    <message>
        <source>Random swap</source>
        <translation>随机交换</translation>
    </message>
    <message>
        <source>Readout</source>
        <translation>读出层</translation>
    </message>
    <message>
        <source>Reads a tree from its leaves up: each node is what one dense layer makes of it and of its two children.</source>
        <translation>从叶子向上读树：每个节点由一个全连接层根据它自己和两个子节点算出。</translation>
    </message>
    <message>
        <source>Reads a tree from its leaves up; gates say how much of the memory of each child a node keeps.</source>
        <translation>从叶子向上读树；由门决定节点保留每个子节点的多少记忆。</translation>
    </message>
    <message>
        <source>Reversed strings</source>
        <translation>倒序字符串</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Say of each pixel what it shows: the background, a circle, a square or a triangle.</source>
        <translation>对每个像素说出它是什么：背景、圆、正方形还是三角形。</translation>
    </message>
    <message>
        <source>Say two things of each wine: which of three growers made it, and how much alcohol it has.</source>
        <translation>对每种酒说出两件事：出自三家酒庄中的哪一家，含多少酒精。</translation>
    </message>
    <message>
        <source>Say which shape an image shows and draw the box that just encloses it.</source>
        <translation>说出图像里是哪种形状，并画出恰好包住它的边界框。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>特征缩放</translation>
    </message>
    <message>
        <source>Seed of the draw and of the split.</source>
        <translation>抽样和划分所用的种子。</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Self-loops</source>
        <translation>自环</translation>
    </message>
    <message>
        <source>Sequence to sequence</source>
        <translation>序列到序列</translation>
    </message>
    <message>
        <source>Several heads</source>
        <translation>多个输出头</translation>
    </message>
    <message>
        <source>Shape boxes</source>
        <translation>形状边框</translation>
    </message>
    <message>
        <source>Shape masks</source>
        <translation>形状掩码</translation>
    </message>
    <message>
        <source>Share of the images that are cropped.</source>
        <translation>被裁剪的图像所占的比例。</translation>
    </message>
    <message>
        <source>Share of the images that are flipped.</source>
        <translation>被翻转的图像所占的比例。</translation>
    </message>
    <message>
        <source>Share of the images whose class the network gets right when each is moved to the side.</source>
        <translation>每幅图像平移之后，网络仍判对类别的比例。</translation>
    </message>
    <message>
        <source>Share of the labels that a coin draws.</source>
        <translation>由抛硬币决定的标签所占的比例。</translation>
    </message>
    <message>
        <source>Share of the made samples that could be real.</source>
        <translation>生成的样本中足以乱真的比例。</translation>
    </message>
    <message>
        <source>Share of the points that are lowered.</source>
        <translation>被拉低的点所占的比例。</translation>
    </message>
    <message>
        <source>Share of the samples in which two words change places.</source>
        <translation>交换两个词的样本所占的比例。</translation>
    </message>
    <message>
        <source>Share of the samples that are right at every place: a single wrong symbol spoils a sequence.</source>
        <translation>每个位置都正确的样本所占的比例：错一个符号，整个序列就不算对。</translation>
    </message>
    <message>
        <source>Share of the samples that neither train nor validate: only when the training is over are they looked at, so that they tell how the network does on samples for which nothing was chosen.</source>
        <translation>既不用于训练也不用于验证的样本比例：训练结束后才用到它们，因此能反映网络在未参与任何选择的样本上的表现。</translation>
    </message>
    <message>
        <source>Share of the sequences that the network writes without a mistake when it is on its own.</source>
        <translation>网络自行生成时，毫无差错的序列所占的比例。</translation>
    </message>
    <message>
        <source>Share of the trees whose root, the last place, is right: what the whole of each comes to.</source>
        <translation>根节点（最后一个位置）正确的树所占的比例：整个表达式的值。</translation>
    </message>
    <message>
        <source>Share of the units behind an activation that give 0 for every sample; through ReLU they can learn no more.</source>
        <translation>激活函数之后对所有样本都给出 0 的单元所占的比例；使用 ReLU 时它们不能再学习。</translation>
    </message>
    <message>
        <source>Share of the weights that hardly count: those smaller than a twentieth of the largest; biases are left out.</source>
        <translation>几乎不起作用的权重所占的比例：小于最大权重的二十分之一；不计偏置。</translation>
    </message>
    <message>
        <source>Share of the words that are left out.</source>
        <translation>去掉的词所占的比例。</translation>
    </message>
    <message>
        <source>Share of the words with synonyms that are replaced.</source>
        <translation>有同义词的词中被替换的比例。</translation>
    </message>
    <message>
        <source>Share of the words with synonyms that get one before them.</source>
        <translation>有同义词的词中，前面插入同义词的比例。</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Shift and scale each input, by the training samples alone: standardise to mean 0 and standard deviation 1, or min-max from 0 to 1; an input that never changes is only shifted.</source>
        <translation>只根据训练样本平移并缩放每个输入：标准化为均值 0、标准差 1，或最小-最大缩放到 0 与 1 之间；取值不变的输入只平移。</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>最小长度</translation>
    </message>
    <message>
        <source>Shows each image in weaker or stronger light, which multiplies all of its pixels by a factor.</source>
        <translation>以较弱或较强的光照显示每幅图像，即把所有像素乘以一个系数。</translation>
    </message>
    <message>
        <source>Shows the middle of an image alone, enlarged to its size, in a share of the samples.</source>
        <translation>在一部分样本中只显示图像的中间部分，并放大到原大小。</translation>
    </message>
    <message>
        <source>Side of the part over that of the image.</source>
        <translation>截取部分的边长与图像边长之比。</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号强度</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>Slope of the LeakyReLU below 0, through which scores go.</source>
        <translation>得分所经过的 LeakyReLU 在 0 以下的斜率。</translation>
    </message>
    <message>
        <source>Slope with outliers</source>
        <translation>带离群点的斜面</translation>
    </message>
    <message>
        <source>Small weights</source>
        <translation>小权重</translation>
    </message>
    <message>
        <source>Small: mostly one of the two images; 1: any share; large: both by half.</source>
        <translation>小：主要是两幅图像之一；1：任意比例；大：两者各半。</translation>
    </message>
    <message>
        <source>Smallest factor.</source>
        <translation>最小系数。</translation>
    </message>
    <message>
        <source>SmoothL1Loss</source>
        <translation>Smooth L1</translation>
    </message>
    <message>
        <source>Strongest light.</source>
        <translation>最强的光照。</translation>
    </message>
    <message>
        <source>Synonym replacement</source>
        <translation>同义词替换</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Tell one large ring from two small ones: easy to see, but no network that passes messages alone can do it.</source>
        <translation>区分一个大环和两个小环：看一眼就知道，但只靠消息传递的网络做不到。</translation>
    </message>
    <message>
        <source>Tell rings, trees and pairs of dense groups apart, though some of their edges are moved at random.</source>
        <translation>区分环、树和成对的稠密团，尽管其中一些边被随机移动过。</translation>
    </message>
    <message>
        <source>Tell the two halves of a random graph apart, whose nodes are joined more often within a half than between them.</source>
        <translation>区分随机图的两半，同一半的节点之间连边比不同半的更常见。</translation>
    </message>
    <message>
        <source>Tell what an arithmetic expression comes to, at each of its nodes, as in (3 + 4) × 2 = 4 modulo 10.</source>
        <translation>算出算术表达式在每个节点上的值，例如模 10 时 (3 + 4) × 2 = 4。</translation>
    </message>
    <message>
        <source>Tell with whom each of 34 members of a karate club went when it split, from who met whom outside of it.</source>
        <translation>空手道俱乐部分裂时，根据 34 名成员在俱乐部之外谁与谁来往，判断每人跟了谁。</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>Text, character by character</source>
        <translation>逐字符文本</translation>
    </message>
    <message>
        <source>The encoder gives a mean μ and a log-variance log σ² for each number of the code, the means first. The decoder is given z = μ + σ · ε with ε ~ N(0, 1). loss = reconstruction + β · KL, both summed over the numbers of a sample and averaged over samples, with KL = −½ Σ (1 + log σ² − μ² − σ²). With β = 1 it is the negative ELBO. Kingma &amp; Welling, &quot;Auto-encoding variational Bayes&quot;, 2014; Higgins et al., &quot;β-VAE: Learning basic visual concepts with a constrained variational framework&quot;, 2017.</source>
        <translation>编码器为编码的每个数给出均值 μ 和对数方差 log σ²，均值在前。解码器得到 z = μ + σ · ε，ε ~ N(0, 1)。loss = 重建误差 + β · KL，两者都对样本的各个数求和、对样本取平均，其中 KL = −½ Σ (1 + log σ² − μ² − σ²)。β = 1 时即负 ELBO。Kingma &amp; Welling, &quot;Auto-encoding variational Bayes&quot;, 2014; Higgins 等, &quot;β-VAE: Learning basic visual concepts with a constrained variational framework&quot;, 2017。</translation>
    </message>
    <message>
        <source>The images of Shapes. Two answers: the class of the shape, and left, top, right and bottom of its box in shares of the side, counted from the upper left corner.</source>
        <translation>“形状”的图像。两个答案：形状的类别，以及边框的左、上、右、下，以边长的比例表示，从左上角算起。</translation>
    </message>
    <message>
        <source>The loss is the mean over all nodes whose class is told. Samples have the parts &quot;symbols&quot;, the nodes from the bottom up, and &quot;children&quot;, their places. Socher et al., &quot;Recursive deep models for semantic compositionality over a sentiment treebank&quot;, 2013.</source>
        <translation>损失是对所有给出类别的节点取平均。样本由两部分组成：symbols 为自下而上的节点，children 为子节点的位置。Socher 等, &quot;Recursive deep models for semantic compositionality over a sentiment treebank&quot;, 2013。</translation>
    </message>
    <message>
        <source>The loss is the mean over all steps t of −log p(x[t + 1] | x[1 … t]). It is honest only while no step sees a later one. Radford et al., &quot;Improving language understanding by generative pre-training&quot;, 2018.</source>
        <translation>损失是 −log p(x[t + 1] | x[1 … t]) 对所有步 t 的平均。只有任何一步都看不到后面的步时，它才真实。Radford 等, &quot;Improving language understanding by generative pre-training&quot;, 2018。</translation>
    </message>
    <message>
        <source>The loss is the mean over all steps t of −log p(y[t] | x, y[1 … t − 1]). While it trains, the network is told the true symbols before each step, in the part &quot;previous&quot;; on its own it is told those that it has written. Sutskever, Vinyals &amp; Le, &quot;Sequence to sequence learning with neural networks&quot;, 2014; with attention: Bahdanau, Cho &amp; Bengio, &quot;Neural machine translation by jointly learning to align and translate&quot;, 2015.</source>
        <translation>损失是 −log p(y[t] | x, y[1 … t − 1]) 对所有步 t 的平均。训练时，每一步之前由 previous 部分告诉网络真实的符号；自行生成时，告诉它的是它自己写出的符号。Sutskever, Vinyals &amp; Le, &quot;Sequence to sequence learning with neural networks&quot;, 2014；带注意力的：Bahdanau, Cho &amp; Bengio, &quot;Neural machine translation by jointly learning to align and translate&quot;, 2015。</translation>
    </message>
    <message>
        <source>The mean over moves to the left, right, up and down; what leaves on one side enters on the other. Samples that are no images stay as they are.</source>
        <translation>对向左、右、上、下的平移取平均；从一边移出的部分从另一边进入。不是图像的样本保持不变。</translation>
    </message>
    <message>
        <source>The network gives (K, H, W), a score for each of K classes at each pixel; the loss is the mean over all pixels. Long, Shelhamer &amp; Darrell, &quot;Fully convolutional networks for semantic segmentation&quot;, 2015; Ronneberger, Fischer &amp; Brox, &quot;U-Net: convolutional networks for biomedical image segmentation&quot;, 2015.</source>
        <translation>网络给出 (K, H, W)，即每个像素上 K 个类别各自的得分；损失是对所有像素的平均。Long, Shelhamer &amp; Darrell, &quot;Fully convolutional networks for semantic segmentation&quot;, 2015; Ronneberger, Fischer &amp; Brox, &quot;U-Net: convolutional networks for biomedical image segmentation&quot;, 2015。</translation>
    </message>
    <message>
        <source>The network sees the whole graph; the loss is the mean over the nodes that have a label, and all others tell how well it does. Kipf &amp; Welling, &quot;Semi-supervised classification with graph convolutional networks&quot;, 2017.</source>
        <translation>网络看到整个图；损失是对带标签的节点取平均，其余节点用来衡量学得如何。Kipf &amp; Welling, &quot;Semi-supervised classification with graph convolutional networks&quot;, 2017。</translation>
    </message>
    <message>
        <source>The networks as PyTorch classes, without data, weights or training; also of networks that cannot train here.</source>
        <translation>以 PyTorch 类表示的网络，不含数据、权重和训练；也适用于在这里不能训练的网络。</translation>
    </message>
    <message>
        <source>The outputs of the network are split into heads, in the order of the data: one per class, or one per number. The loss is Σ wₕ · Lₕ with the experiment&apos;s loss for classes and a loss of numbers for the others. Caruana, &quot;Multitask learning&quot;, 1997.</source>
        <translation>网络的输出按数据的顺序分给各输出头：每个类别任务一个，每个数值一个。损失为 Σ wₕ · Lₕ，类别用实验的损失，其余用数值的损失。Caruana, &quot;Multitask learning&quot;, 1997。</translation>
    </message>
    <message>
        <source>The part has `size` of either side and lies anywhere in the image with `padding` pixels around it. Szegedy et al., &quot;Going deeper with convolutions&quot;, 2014.</source>
        <translation>截取部分的边长为图像边长的 `size` 倍，位于图像及其四周 `padding` 像素之内的任意位置。Szegedy 等, &quot;Going deeper with convolutions&quot;, 2014。</translation>
    </message>
    <message>
        <source>The part has `size` of either side. Krizhevsky, Sutskever &amp; Hinton, &quot;ImageNet classification with deep convolutional neural networks&quot;, 2012.</source>
        <translation>截取部分的边长为图像边长的 `size` 倍。Krizhevsky, Sutskever &amp; Hinton, &quot;ImageNet classification with deep convolutional neural networks&quot;, 2012。</translation>
    </message>
    <message>
        <source>The same for every node, or drawn for each.</source>
        <translation>所有节点相同，或为每个节点随机抽取。</translation>
    </message>
    <message>
        <source>The samples (N, …): a .npy file of any numeric type, or an .npz file with arrays x and y. Values of type uint8 are divided by 255.</source>
        <translation>样本 (N, …)：任意数值类型的 .npy 文件，或含有数组 x 和 y 的 .npz 文件。uint8 类型的值会除以 255。</translation>
    </message>
    <message>
        <source>The targets (N,), or (N, …) with one for each place: a .npy file; empty where an .npz file holds both.</source>
        <translation>目标 (N,)，或每个位置一个目标的 (N, …)：.npy 文件；若 .npz 文件同时包含两者，则留空。</translation>
    </message>
    <message>
        <source>The year of the earliest dates.</source>
        <translation>最早日期的年份。</translation>
    </message>
    <message>
        <source>The year of the latest dates.</source>
        <translation>最晚日期的年份。</translation>
    </message>
    <message>
        <source>They may be larger than memory: of .npy files no more is read than is needed. Inputs of any numeric type become float32; those of type uint8, as images have it, are divided by 255, so that they lie between 0 and 1. An .npz file with arrays x and y holds both; it is read as a whole. Targets always are. Of samples that do not fit into memory the first 10,000 of those to train with, in the order of the split, tell the training loss of an epoch.</source>
        <translation>数据可以大于内存：.npy 文件只读取所需的部分。任意数值类型的输入都转换为 float32；图像常用的 uint8 输入会除以 255，落在 0 到 1 之间。含有数组 x 和 y 的 .npz 文件同时包含两者，会整体读取；目标总是整体读取。对于放不进内存的样本，每轮的训练损失只用训练样本中（按划分顺序）的前 10,000 个来计算。</translation>
    </message>
    <message>
        <source>Tree RNN</source>
        <translation>树 RNN</translation>
    </message>
    <message>
        <source>Tree classification</source>
        <translation>树分类</translation>
    </message>
    <message>
        <source>Tree-LSTM</source>
        <translation>树 LSTM</translation>
    </message>
    <message>
        <source>Trees</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Trees of 2 or more digits, all as likely; how many lie left of an operation is drawn evenly, and so are digits and operations. Values are those modulo a number, so that they stay few. After Zaremba, Kurach &amp; Fergus, &quot;Learning to discover efficient mathematical identities&quot;, 2014.</source>
        <translation>含 2 个或更多数字的树，个数机会均等；运算左边有多少个数字、是什么数字和运算，都均匀抽取。值对一个数取模，因而种类不多。参照 Zaremba, Kurach &amp; Fergus, &quot;Learning to discover efficient mathematical identities&quot;, 2014。</translation>
    </message>
    <message>
        <source>Turns a share of the images upside down; good where there is no up and down, as from above.</source>
        <translation>把一部分图像上下翻转；没有上下之分时有益，例如俯视的图像。</translation>
    </message>
    <message>
        <source>Turns each image by a random angle, so that the network does not mind how it is held.</source>
        <translation>把每幅图像旋转一个随机角度，使网络不在意它的方向。</translation>
    </message>
    <message>
        <source>Two blocks</source>
        <translation>两个社区</translation>
    </message>
    <message>
        <source>Two networks play against each other: one makes samples out of noise, the other tells them from real ones.</source>
        <translation>两个网络相互博弈：一个由噪声生成样本，另一个把它们与真实样本区分开。</translation>
    </message>
    <message>
        <source>Two places are drawn with probability p. Wei &amp; Zou, &quot;EDA: Easy data augmentation techniques for boosting performance on text classification tasks&quot;, 2019.</source>
        <translation>以概率 p 抽取两个位置。Wei &amp; Zou, &quot;EDA: Easy data augmentation techniques for boosting performance on text classification tasks&quot;, 2019。</translation>
    </message>
    <message>
        <source>Two round clouds, one for each class, that overlap more and more with coordinate noise.</source>
        <translation>每类一个圆形点团，坐标噪声越大重叠越多。</translation>
    </message>
    <message>
        <source>Two waves on one another: the next value follows from the last few.</source>
        <translation>两个叠加的波：下一个值可由最近几个推出。</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Uniform ±1/√fan_in</source>
        <translation>均匀 ±1/√fan_in</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Units between the two layers of the dense network.</source>
        <translation>全连接网络两层之间的单元数。</translation>
    </message>
    <message>
        <source>Upper end of the interval.</source>
        <translation>区间的上端。</translation>
    </message>
    <message>
        <source>Upsample</source>
        <translation>上采样</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value of every bias before training.</source>
        <translation>训练前每个偏置的值。</translation>
    </message>
    <message>
        <source>Values start over at this number; digits lie below it.</source>
        <translation>值到此数即从头算起；数字都小于它。</translation>
    </message>
    <message>
        <source>Variational autoencoding</source>
        <translation>变分自编码</translation>
    </message>
    <message>
        <source>Vertical flip</source>
        <translation>垂直翻转</translation>
    </message>
    <message>
        <source>W Wᵀ = gain² · 1, from the QR decomposition of a normal draw. Saxe, McClelland &amp; Ganguli, &quot;Exact solutions to the nonlinear dynamics of learning in deep linear neural networks&quot;, 2013.</source>
        <translation>W Wᵀ = gain² · 1，由正态随机矩阵的 QR 分解得到。Saxe, McClelland &amp; Ganguli, &quot;Exact solutions to the nonlinear dynamics of learning in deep linear neural networks&quot;, 2013。</translation>
    </message>
    <message>
        <source>Warms up: the learning rate rises in a straight line from a part of its size to the whole, and stays there.</source>
        <translation>预热：学习率从一部分线性升到全值，之后保持不变。</translation>
    </message>
    <message>
        <source>Wasserstein, clipping</source>
        <translation>Wasserstein，裁剪</translation>
    </message>
    <message>
        <source>Wasserstein, gradient penalty</source>
        <translation>Wasserstein，梯度惩罚</translation>
    </message>
    <message>
        <source>Weakest light.</source>
        <translation>最弱的光照。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Weight of the newest batch in the running averages.</source>
        <translation>最新一批在滑动平均中的权重。</translation>
    </message>
    <message>
        <source>Weight of the penalty beside the loss.</source>
        <translation>惩罚项相对于损失的权重。</translation>
    </message>
    <message>
        <source>Weight of yes</source>
        <translation>“是”的权重</translation>
    </message>
    <message>
        <source>Weights (safetensors)</source>
        <translation>权重 (safetensors)</translation>
    </message>
    <message>
        <source>Weights (state dict)</source>
        <translation>权重 (state dict)</translation>
    </message>
    <message>
        <source>What bends each new memory.</source>
        <translation>每个新隐藏状态所用的非线性函数。</translation>
    </message>
    <message>
        <source>What bends numbers in the dense network.</source>
        <translation>全连接网络中的非线性函数。</translation>
    </message>
    <message>
        <source>What is made of all neighbours of a node.</source>
        <translation>如何处理一个节点的所有邻居。</translation>
    </message>
    <message>
        <source>What is made of all nodes.</source>
        <translation>如何处理所有节点。</translation>
    </message>
    <message>
        <source>What stays is divided by 1 − p, which keeps the mean; nothing is switched off when the network is measured. Srivastava et al., &quot;Dropout: a simple way to prevent neural networks from overfitting&quot;, 2014.</source>
        <translation>保留的数除以 1 − p，使均值不变；评估网络时不丢弃。Srivastava 等, &quot;Dropout: a simple way to prevent neural networks from overfitting&quot;, 2014。</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by (PyTorch&apos;s factor).</source>
        <translation>学习率要乘的数（PyTorch 的 factor）。</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by after each epoch.</source>
        <translation>每轮之后学习率所乘的数。</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by at first.</source>
        <translation>开始时学习率要乘的数。</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by at last.</source>
        <translation>结束时学习率要乘的数。</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by.</source>
        <translation>学习率要乘的数。</translation>
    </message>
    <message>
        <source>What the loss of each head is multiplied by, in their order; with none all count once.</source>
        <translation>各输出头的损失依次乘以的数；留空则都计一次。</translation>
    </message>
    <message>
        <source>What the network is given of each point.</source>
        <translation>网络从每个点得到的输入。</translation>
    </message>
    <message>
        <source>What the sum of squared gradients starts at.</source>
        <translation>梯度平方和的初始值。</translation>
    </message>
    <message>
        <source>Where samples are images, how they lie in the file. Layers take (channels, height, width): grey adds the one channel to (height, width), channels last moves that of (height, width, channels) to the front.</source>
        <translation>样本为图像时，它们在文件中的排列方式。各层接受（通道, 高, 宽）：“灰度”为（高, 宽）补上一个通道，“通道在后”把（高, 宽, 通道）的通道移到最前。</translation>
    </message>
    <message>
        <source>Where the square turns into a line.</source>
        <translation>平方变为直线的位置。</translation>
    </message>
    <message>
        <source>Whether a node also counts as its own neighbour.</source>
        <translation>节点是否也算作自己的邻居。</translation>
    </message>
    <message>
        <source>Whether a node sees itself besides its neighbours.</source>
        <translation>除邻居之外，节点是否也看到自己。</translation>
    </message>
    <message>
        <source>Whether a second one reads from the end, side by side with it.</source>
        <translation>是否另有一个从末尾反向读取，与之并行。</translation>
    </message>
    <message>
        <source>Whether a step is a pair, or a key or a value alone.</source>
        <translation>每一步是一个键值对，还是单独的键或值。</translation>
    </message>
    <message>
        <source>Whether a window that only partly lies on the input counts too.</source>
        <translation>只有部分落在输入上的窗口是否也计入。</translation>
    </message>
    <message>
        <source>Whether capital letters are told from small ones.</source>
        <translation>是否区分大小写字母。</translation>
    </message>
    <message>
        <source>Whether corners fall on corners; copies of the nearest never do.</source>
        <translation>角点是否与角点对齐；最近邻方式不适用。</translation>
    </message>
    <message>
        <source>Whether each channel adds a number of its own.</source>
        <translation>每个通道是否加上自己的偏置。</translation>
    </message>
    <message>
        <source>Whether each channel learns a slope of its own.</source>
        <translation>每个通道是否学习自己的斜率。</translation>
    </message>
    <message>
        <source>Whether each node&apos;s vector is brought to length 1.</source>
        <translation>是否把每个节点的向量缩放到长度 1。</translation>
    </message>
    <message>
        <source>Whether each step looks only at itself and the steps before it.</source>
        <translation>每一步是否只看自己和之前的各步。</translation>
    </message>
    <message>
        <source>Whether each unit adds a number of its own.</source>
        <translation>每个单元是否加上自己的偏置。</translation>
    </message>
    <message>
        <source>Whether each unit adds numbers of its own.</source>
        <translation>每个单元是否加上自己的偏置。</translation>
    </message>
    <message>
        <source>Whether heads are put behind one another, or averaged.</source>
        <translation>各头首尾拼接，还是取平均。</translation>
    </message>
    <message>
        <source>Whether it learns a scale and a shift for each channel.</source>
        <translation>是否为每个通道学习缩放和平移。</translation>
    </message>
    <message>
        <source>Whether it learns a scale and a shift for each feature.</source>
        <translation>是否为每个特征学习缩放和平移。</translation>
    </message>
    <message>
        <source>Whether it learns a scale for each feature.</source>
        <translation>是否为每个特征学习缩放。</translation>
    </message>
    <message>
        <source>Whether it moves along cosines or straight lines.</source>
        <translation>沿余弦还是直线变化。</translation>
    </message>
    <message>
        <source>Whether it normalises before each part; deep stacks train better so.</source>
        <translation>是否在每个部分之前归一化；层数很深时这样更易训练。</translation>
    </message>
    <message>
        <source>Whether its dense layers add numbers of their own.</source>
        <translation>其全连接层是否带偏置。</translation>
    </message>
    <message>
        <source>Whether nodes with many neighbours weigh less; else neighbours are just added.</source>
        <translation>邻居多的节点权重是否降低；否则只是把邻居相加。</translation>
    </message>
    <message>
        <source>Whether targets are classes, numbered from 0 on, or numbers.</source>
        <translation>目标是从 0 开始编号的类别，还是数值。</translation>
    </message>
    <message>
        <source>Whether the cycles keep their height, halve it, or lose it little by little.</source>
        <translation>各循环的高度保持不变、减半，还是逐渐降低。</translation>
    </message>
    <message>
        <source>Whether the first line names the columns.</source>
        <translation>首行是否为列名。</translation>
    </message>
    <message>
        <source>Whether the target is a class or a number.</source>
        <translation>目标是类别还是数值。</translation>
    </message>
    <message>
        <source>Whether the value of each node is told, or only that of the whole expression.</source>
        <translation>给出每个节点的值，还是只给出整个表达式的值。</translation>
    </message>
    <message>
        <source>Whether the zeros around count in the mean.</source>
        <translation>四周补的零是否计入平均。</translation>
    </message>
    <message>
        <source>Whether Φ is exact or replaced by a formula with tanh.</source>
        <translation>Φ 是精确计算，还是用含 tanh 的公式近似。</translation>
    </message>
    <message>
        <source>Which part of a sample it gives; empty where samples have no parts.</source>
        <translation>给出样本的哪个部分；样本不分部分时留空。</translation>
    </message>
    <message>
        <source>Widens or narrows the draw.</source>
        <translation>放宽或收窄抽样范围。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口数</translation>
    </message>
    <message>
        <source>Windows of the first volume of Jane Austen&apos;s &quot;Pride and Prejudice&quot; (1813), as for the next character, but each character of a window is answered with the one after it. The earlier part of the text trains. Karpathy, &quot;The unreasonable effectiveness of recurrent neural networks&quot;, 2015.</source>
        <translation>简·奥斯汀《傲慢与偏见》(1813) 第一卷的窗口，与“下一个字符”相同，但窗口的每个字符都以其后的字符为答案。文本的前一部分用于训练。Karpathy, &quot;The unreasonable effectiveness of recurrent neural networks&quot;, 2015。</translation>
    </message>
    <message>
        <source>Windows of the first volume of Jane Austen&apos;s &quot;Pride and Prejudice&quot; (1813; 230,000 characters), at even distances; the seed shifts them. The earlier part of the text trains. Always to say a space is right for one character in six. Shannon, &quot;Prediction and entropy of printed English&quot;, 1951.</source>
        <translation>Jane Austen &quot;Pride and Prejudice&quot; 第一卷 (1813；230,000 个字符) 中等距截取的窗口；种子使其平移。文本的前一部分用于训练。总是猜空格，六次中可对一次。Shannon, &quot;Prediction and entropy of printed English&quot;, 1951。</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>葡萄酒</translation>
    </message>
    <message>
        <source>Wine, two answers</source>
        <translation>葡萄酒，两个答案</translation>
    </message>
    <message>
        <source>With D for the discriminator&apos;s output, x for real samples and m for made ones. log: D&apos;s loss is BCE of x as 1 plus that of m as 0, the generator&apos;s is BCE of m as 1, the form that does not saturate; Goodfellow et al., &quot;Generative adversarial nets&quot;, 2014. least squares: ½(D(x) − 1)² + ½D(m)² against ½(D(m) − 1)²; Mao et al., &quot;Least squares generative adversarial networks&quot;, 2016. Wasserstein: mean D(m) − mean D(x) against −mean D(m), where D is kept from growing steep by clipping its weights (Arjovsky et al., &quot;Wasserstein GAN&quot;, 2017) or by a penalty (‖∇D‖ − 1)² between real and made samples (Gulrajani et al., &quot;Improved training of Wasserstein GANs&quot;, 2017).</source>
        <translation>D 为判别器的输出，x 为真实样本，m 为生成样本。对数：D 的损失是 x 取 1 与 m 取 0 的二元交叉熵之和，生成器的损失是 m 取 1 的二元交叉熵，即不饱和形式；Goodfellow 等, &quot;Generative adversarial nets&quot;, 2014。最小二乘：½(D(x) − 1)² + ½D(m)² 对 ½(D(m) − 1)²；Mao 等, &quot;Least squares generative adversarial networks&quot;, 2016。Wasserstein：mean D(m) − mean D(x) 对 −mean D(m)，为防止 D 变得陡峭，可裁剪其权重 (Arjovsky 等, &quot;Wasserstein GAN&quot;, 2017)，或在真实样本与生成样本之间施加惩罚 (‖∇D‖ − 1)² (Gulrajani 等, &quot;Improved training of Wasserstein GANs&quot;, 2017)。</translation>
    </message>
    <message>
        <source>With a gradient penalty: its weight beside the discriminator&apos;s loss.</source>
        <translation>使用梯度惩罚时：惩罚相对于判别器损失的权重。</translation>
    </message>
    <message>
        <source>With clipping: the largest size a weight of the discriminator may have.</source>
        <translation>使用裁剪时：判别器权重允许的最大绝对值。</translation>
    </message>
    <message>
        <source>With dims (2, 1) a sequence (C, L) becomes (L, C), and with (3, 1, 2) an image (H, W, C) becomes (C, H, W).</source>
        <translation>dims 为 (2, 1) 时序列 (C, L) 变为 (L, C)，为 (3, 1, 2) 时图像 (H, W, C) 变为 (C, H, W)。</translation>
    </message>
    <message>
        <source>Write a date in the form 1998-03-03, however somebody has written it: &quot;3 march 1998&quot; or &quot;mar 3rd, 98&quot;.</source>
        <translation>不论日期原来怎么写（如 &quot;3 march 1998&quot; 或 &quot;mar 3rd, 98&quot;），都写成 1998-03-03 的形式。</translation>
    </message>
    <message>
        <source>Write a string of letters backwards, and say when it is at an end.</source>
        <translation>把一串字母倒着写出来，并指出何时写完。</translation>
    </message>
    <message>
        <source>X&apos; = D^(−1/2) (A + I) D^(−1/2) X Wᵀ + b, with the degrees D of A + I; (n, F) becomes (n, out_channels). Kipf &amp; Welling, &quot;Semi-supervised classification with graph convolutional networks&quot;, 2017.</source>
        <translation>X&apos; = D^(−1/2) (A + I) D^(−1/2) X Wᵀ + b，D 为 A + I 的度数；(n, F) 变为 (n, out_channels)。Kipf &amp; Welling, &quot;Semi-supervised classification with graph convolutional networks&quot;, 2017。</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 正态</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 均匀</translation>
    </message>
    <message>
        <source>Yearly means from 1700 to 2008, as (y − 50) / 40. National Geophysical Data Center of the NOAA, public domain.</source>
        <translation>1700 至 2008 年的年均值，取 (y − 50) / 40。National Geophysical Data Center of the NOAA，公有领域。</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>你的文件</translation>
    </message>
    <message>
        <source>Zero pad 2d</source>
        <translation>二维零填充</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>`settings` are the values of the block&apos;s parameters that differ from its own. Its first input feeds the first repetition, each repetition the next; all of them share the other inputs.</source>
        <translation>`settings` 是与块自身默认不同的参数值。第一个输入送入第一次重复，每次重复的输出送入下一次；其他输入由所有重复共用。</translation>
    </message>
    <message>
        <source>a</source>
        <translation>a</translation>
    </message>
    <message>
        <source>adjacency</source>
        <translation>邻接矩阵</translation>
    </message>
    <message>
        <source>as stored</source>
        <translation>按存储方式</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>双三次（bicubic）</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>双线性（bilinear）</translation>
    </message>
    <message>
        <source>border</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>channels last</source>
        <translation>通道在后</translation>
    </message>
    <message>
        <source>children</source>
        <translation>子节点</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>cos</source>
        <translation>余弦（cos）</translation>
    </message>
    <message>
        <source>eta_min + (lr − eta_min) · (1 + cos(π · epoch / epochs)) / 2. Loshchilov &amp; Hutter, &quot;SGDR&quot;, 2016.</source>
        <translation>eta_min + (lr − eta_min) · (1 + cos(π · epoch / epochs)) / 2。Loshchilov &amp; Hutter, &quot;SGDR&quot;, 2016。</translation>
    </message>
    <message>
        <source>eta_min + (lr − eta_min) · (1 + cos(π · t / T)) / 2, where t counts from the last restart and T is the period, T_0 at first. Loshchilov &amp; Hutter, &quot;SGDR: Stochastic gradient descent with warm restarts&quot;, 2016.</source>
        <translation>eta_min + (lr − eta_min) · (1 + cos(π · t / T)) / 2，t 从上次重启算起，T 为周期，起初为 T_0。Loshchilov &amp; Hutter, &quot;SGDR: Stochastic gradient descent with warm restarts&quot;, 2016。</translation>
    </message>
    <message>
        <source>every node</source>
        <translation>每个节点</translation>
    </message>
    <message>
        <source>exp_range</source>
        <translation>exp_range</translation>
    </message>
    <message>
        <source>f(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ).</source>
        <translation>f(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)。</translation>
    </message>
    <message>
        <source>f(x) = 1 / (1 + e⁻ˣ).</source>
        <translation>f(x) = 1 / (1 + e⁻ˣ)。</translation>
    </message>
    <message>
        <source>f(x) = 1.0507 · x for x &gt; 0, else 1.7581 · (eˣ − 1). It wants weights from a normal distribution with deviation 1 / √fan_in. Klambauer et al., &quot;Self-normalizing neural networks&quot;, 2017.</source>
        <translation>x &gt; 0 时 f(x) = 1.0507 · x，否则为 1.7581 · (eˣ − 1)。权重应取自标准差为 1 / √fan_in 的正态分布。Klambauer 等, &quot;Self-normalizing neural networks&quot;, 2017。</translation>
    </message>
    <message>
        <source>f(x) = log(1 + e^(beta · x)) / beta. Dugas et al., &quot;Incorporating second-order functional knowledge&quot;, 2001.</source>
        <translation>f(x) = log(1 + e^(beta · x)) / beta。Dugas 等, &quot;Incorporating second-order functional knowledge&quot;, 2001。</translation>
    </message>
    <message>
        <source>f(x) = max(0, x). Nair &amp; Hinton, &quot;Rectified linear units improve restricted Boltzmann machines&quot;, 2010.</source>
        <translation>f(x) = max(0, x)。Nair &amp; Hinton, &quot;Rectified linear units improve restricted Boltzmann machines&quot;, 2010。</translation>
    </message>
    <message>
        <source>f(x) = min(max(0, x / 6 + 1 / 2), 1). Courbariaux et al., &quot;BinaryConnect&quot;, 2015.</source>
        <translation>f(x) = min(max(0, x / 6 + 1 / 2), 1)。Courbariaux 等, &quot;BinaryConnect&quot;, 2015。</translation>
    </message>
    <message>
        <source>f(x) = min(max(0, x), 6). Howard et al., &quot;MobileNets&quot;, 2017.</source>
        <translation>f(x) = min(max(0, x), 6)。Howard 等, &quot;MobileNets&quot;, 2017。</translation>
    </message>
    <message>
        <source>f(x) = min(max(x, min_val), max_val).</source>
        <translation>f(x) = min(max(x, min_val), max_val)。</translation>
    </message>
    <message>
        <source>f(x) = x for x &gt; 0, else alpha · (eˣ − 1). Clevert et al., &quot;Fast and accurate deep network learning by ELUs&quot;, 2015.</source>
        <translation>x &gt; 0 时 f(x) = x，否则为 alpha · (eˣ − 1)。Clevert 等, &quot;Fast and accurate deep network learning by ELUs&quot;, 2015。</translation>
    </message>
    <message>
        <source>f(x) = x for x &gt; 0, else negative_slope · x. Maas et al., &quot;Rectifier nonlinearities improve acoustic models&quot;, 2013.</source>
        <translation>x &gt; 0 时 f(x) = x，否则为 negative_slope · x。Maas 等, &quot;Rectifier nonlinearities improve acoustic models&quot;, 2013。</translation>
    </message>
    <message>
        <source>f(x) = x for x &gt; 0, else slope · x, with one slope for all or one for each channel. He et al., &quot;Delving deep into rectifiers&quot;, 2015.</source>
        <translation>x &gt; 0 时 f(x) = x，否则为 slope · x；斜率由全体共用，或每个通道各一个。He 等, &quot;Delving deep into rectifiers&quot;, 2015。</translation>
    </message>
    <message>
        <source>f(x) = x · min(max(0, x / 6 + 1 / 2), 1). Howard et al., &quot;Searching for MobileNetV3&quot;, 2019.</source>
        <translation>f(x) = x · min(max(0, x / 6 + 1 / 2), 1)。Howard 等, &quot;Searching for MobileNetV3&quot;, 2019。</translation>
    </message>
    <message>
        <source>f(x) = x · sigmoid(x). Elfwing et al., &quot;Sigmoid-weighted linear units&quot;, 2017.</source>
        <translation>f(x) = x · sigmoid(x)。Elfwing 等, &quot;Sigmoid-weighted linear units&quot;, 2017。</translation>
    </message>
    <message>
        <source>f(x) = x · tanh(log(1 + eˣ)). Misra, &quot;Mish: a self regularized non-monotonic activation function&quot;, 2019.</source>
        <translation>f(x) = x · tanh(log(1 + eˣ))。Misra, &quot;Mish: a self regularized non-monotonic activation function&quot;, 2019。</translation>
    </message>
    <message>
        <source>f(x) = x · Φ(x), with Φ the distribution function of the standard normal. Hendrycks &amp; Gimpel, 2016.</source>
        <translation>f(x) = x · Φ(x)，Φ 为标准正态分布函数。Hendrycks &amp; Gimpel, 2016。</translation>
    </message>
    <message>
        <source>f(x) = x.</source>
        <translation>f(x) = x。</translation>
    </message>
    <message>
        <source>f(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ over the last dimension. Cross-entropy does this by itself: do not put it before that loss.</source>
        <translation>f(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ，沿最后一维。交叉熵已包含它：不要放在该损失之前。</translation>
    </message>
    <message>
        <source>f(x)ᵢ = xᵢ − log Σⱼ e^xⱼ over the last dimension. Cross-entropy does this by itself.</source>
        <translation>f(x)ᵢ = xᵢ − log Σⱼ e^xⱼ，沿最后一维。交叉熵已包含它。</translation>
    </message>
    <message>
        <source>fan_in</source>
        <translation>fan_in</translation>
    </message>
    <message>
        <source>fan_out</source>
        <translation>fan_out</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>g ← g · min(1, max_norm / ‖g‖₂). Pascanu et al., &quot;On the difficulty of training recurrent neural networks&quot;, 2013.</source>
        <translation>g ← g · min(1, max_norm / ‖g‖₂)。Pascanu 等, &quot;On the difficulty of training recurrent neural networks&quot;, 2013。</translation>
    </message>
    <message>
        <source>g ← min(max(g, −clip_value), clip_value).</source>
        <translation>g ← min(max(g, −clip_value), clip_value)。</translation>
    </message>
    <message>
        <source>gb18030</source>
        <translation>gb18030</translation>
    </message>
    <message>
        <source>gelu</source>
        <translation>gelu</translation>
    </message>
    <message>
        <source>gives all answers in one row</source>
        <translation>在一行中给出所有答案</translation>
    </message>
    <message>
        <source>gives class and box in one row</source>
        <translation>在一行中给出类别和边框</translation>
    </message>
    <message>
        <source>gives the answer</source>
        <translation>给出答案</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>input (L, E) and state (H,) become (L, H): it has as many units as the state has numbers, h₀ is the state, and then it goes on as a GRU. Cho et al., &quot;Learning phrase representations using RNN encoder–decoder for statistical machine translation&quot;, 2014.</source>
        <translation>输入 (L, E) 和状态 (H,) 变为 (L, H)：单元数等于状态的长度，h₀ 即该状态，之后与 GRU 相同。Cho 等, &quot;Learning phrase representations using RNN encoder–decoder for statistical machine translation&quot;, 2014。</translation>
    </message>
    <message>
        <source>input (L, E) and state become (L, hidden_size). A state of 2 · hidden_size numbers is h₀ and behind it c₀, as an LSTM gives it that returns its state; one of hidden_size numbers is h₀ alone, and c₀ = 0. Then it goes on as an LSTM. Where the encoder&apos;s steps are needed too, a second LSTM that shares weights with it returns the state. Sutskever, Vinyals &amp; Le, &quot;Sequence to sequence learning with neural networks&quot;, 2014.</source>
        <translation>输入 (L, E) 和状态变为 (L, hidden_size)。状态若有 2 · hidden_size 个数，则 h₀ 在前、c₀ 在后，与返回状态的 LSTM 给出的一致；若有 hidden_size 个数，则只是 h₀，且 c₀ = 0。之后与 LSTM 相同。若还需要编码器各步的输出，可由另一个与它共享权重的 LSTM 返回状态。Sutskever, Vinyals &amp; Le, &quot;Sequence to sequence learning with neural networks&quot;, 2014。</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最后一步（last）</translation>
    </message>
    <message>
        <source>latin-1</source>
        <translation>latin-1</translation>
    </message>
    <message>
        <source>leaky_relu</source>
        <translation>leaky_relu</translation>
    </message>
    <message>
        <source>learns the task</source>
        <translation>学习任务</translation>
    </message>
    <message>
        <source>learns the teacher&apos;s answers</source>
        <translation>学习教师的输出</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>最小二乘</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性（linear）</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>log-variance</source>
        <translation>对数方差</translation>
    </message>
    <message>
        <source>lr · (1 − epoch / epochs)^power. Chen et al., &quot;DeepLab&quot;, 2016.</source>
        <translation>lr · (1 − epoch / epochs)^power。Chen 等, &quot;DeepLab&quot;, 2016。</translation>
    </message>
    <message>
        <source>lr · (start_factor + (end_factor − start_factor) · min(epoch / total_iters, 1)). Goyal et al., &quot;Accurate, large minibatch SGD&quot;, 2017, warm up so.</source>
        <translation>lr · (start_factor + (end_factor − start_factor) · min(epoch / total_iters, 1))。这样预热的有 Goyal 等, &quot;Accurate, large minibatch SGD&quot;, 2017。</translation>
    </message>
    <message>
        <source>lr · gamma^(number of milestones reached).</source>
        <translation>lr · gamma^(已到达的节点数)。</translation>
    </message>
    <message>
        <source>lr · gamma^epoch.</source>
        <translation>lr · gamma^epoch。</translation>
    </message>
    <message>
        <source>lr · gamma^⌊epoch / step_size⌋.</source>
        <translation>lr · gamma^⌊epoch / step_size⌋。</translation>
    </message>
    <message>
        <source>lr ← max(lr · gamma, min_lr) after more than `patience` epochs without a loss below best · (1 − threshold).</source>
        <translation>超过 `patience` 轮没有低于 最佳 · (1 − threshold) 的损失时，lr ← max(lr · gamma, min_lr)。</translation>
    </message>
    <message>
        <source>makes samples out of noise</source>
        <translation>由噪声生成样本</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>max(0, margin − t · x) for a target t of −1 or +1; more than two classes are told apart one against the rest. Cortes &amp; Vapnik, &quot;Support-vector networks&quot;, 1995.</source>
        <translation>max(0, margin − t · x)，目标 t 为 −1 或 +1；多于两类时采用一对其余。Cortes &amp; Vapnik, &quot;Support-vector networks&quot;, 1995。</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>min-max</source>
        <translation>最小-最大</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最近邻（nearest）</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>nodes (m, F) and children (m, 2) become (m, hidden_size); children are places in the list of nodes, −1 for none, which counts as zeros. h = tanh(W x + U [h_l; h_r] + b). After Socher et al., &quot;Parsing natural scenes and natural language with recursive neural networks&quot;, 2011, where inner nodes bear no symbol x.</source>
        <translation>节点 (m, F) 和子节点 (m, 2) 变为 (m, hidden_size)；子节点是节点列表中的位置，−1 表示没有，算作零。h = tanh(W x + U [h_l; h_r] + b)。参照 Socher 等, &quot;Parsing natural scenes and natural language with recursive neural networks&quot;, 2011，原文的内部节点不带符号 x。</translation>
    </message>
    <message>
        <source>nodes (m, F) and children (m, 2) become (m, hidden_size); children are places in the list of nodes, −1 for none. i, o, f_l, f_r = σ(W x + U [h_l; h_r] + b) with weights of their own, where both f share W and b, g = tanh(…), c = i · g + f_l · c_l + f_r · c_r, h = o · tanh(c). Tai, Socher &amp; Manning, &quot;Improved semantic representations from tree-structured long short-term memory networks&quot;, 2015.</source>
        <translation>节点 (m, F) 和子节点 (m, 2) 变为 (m, hidden_size)；子节点是节点列表中的位置，−1 表示没有。i, o, f_l, f_r = σ(W x + U [h_l; h_r] + b)，权重各自独立，其中两个 f 共用 W 和 b；g = tanh(…)，c = i · g + f_l · c_l + f_r · c_r，h = o · tanh(c)。Tai, Socher &amp; Manning, &quot;Improved semantic representations from tree-structured long short-term memory networks&quot;, 2015。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>成对</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>query (L, E), key (S, K) and value (S, V) become (L, E): softmax(Q Kᵀ / √d) V for each head with d = E / num_heads. Where query, key and value are one sequence it is self-attention. Vaswani et al., &quot;Attention is all you need&quot;, 2017.</source>
        <translation>query (L, E)、key (S, K) 和 value (S, V) 变为 (L, E)：每个注意力头计算 softmax(Q Kᵀ / √d) V，d = E / num_heads。三者为同一序列时即自注意力。Vaswani 等, &quot;Attention is all you need&quot;, 2017。</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>relu</source>
        <translation>relu</translation>
    </message>
    <message>
        <source>restores a sample from its code</source>
        <translation>由编码还原样本</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>root only</source>
        <translation>仅根节点</translation>
    </message>
    <message>
        <source>r² / (2 beta) for a residual |r| &lt; beta, else |r| − beta / 2. With beta = 1 it is the Huber loss (1964).</source>
        <translation>残差 |r| &lt; beta 时为 r² / (2 beta)，否则为 |r| − beta / 2。beta = 1 时即 Huber 损失 (1964)。</translation>
    </message>
    <message>
        <source>r² / 2 for a residual |r| &lt; delta, else delta · (|r| − delta / 2). Huber, &quot;Robust estimation of a location parameter&quot;, 1964.</source>
        <translation>残差 |r| &lt; delta 时为 r² / 2，否则为 delta · (|r| − delta / 2)。Huber, &quot;Robust estimation of a location parameter&quot;, 1964。</translation>
    </message>
    <message>
        <source>s ~ U(least, most), about the middle, with bilinear interpolation. Simard, Steinkraus &amp; Platt, &quot;Best practices for convolutional neural networks applied to visual document analysis&quot;, 2003.</source>
        <translation>s ~ U(least, most)，以图像中心为中心，双线性插值。Simard, Steinkraus &amp; Platt, &quot;Best practices for convolutional neural networks applied to visual document analysis&quot;, 2003。</translation>
    </message>
    <message>
        <source>s ← s + g², w ← w − lr · g / (√s + eps). Duchi, Hazan &amp; Singer, 2011.</source>
        <translation>s ← s + g²，w ← w − lr · g / (√s + eps)。Duchi, Hazan &amp; Singer, 2011。</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>says what each pixel shows</source>
        <translation>说出每个像素是什么</translation>
    </message>
    <message>
        <source>selu</source>
        <translation>selu</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>整个序列（sequence）</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>正负号</translation>
    </message>
    <message>
        <source>squeezes a sample into a code</source>
        <translation>把样本压缩成编码</translation>
    </message>
    <message>
        <source>standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>strong_wolfe</source>
        <translation>strong_wolfe</translation>
    </message>
    <message>
        <source>student loss = (1 − alpha) · loss(student, targets) + alpha · T² · KL(softmax(teacher / T) ‖ softmax(student / T)), with sigmoid in place of softmax for BCE. Hinton, Vinyals &amp; Dean, &quot;Distilling the knowledge in a neural network&quot;, 2015.</source>
        <translation>student loss = (1 − alpha) · loss(student, targets) + alpha · T² · KL(softmax(teacher / T) ‖ softmax(student / T))；损失为 BCE 时以 sigmoid 代替 softmax。Hinton, Vinyals &amp; Dean, &quot;Distilling the knowledge in a neural network&quot;, 2015。</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>t · (cos t, sin t) / 3 for t ~ U(1.5π, 4.5π), with normal noise of deviation 0.05 + coordinate noise. Label noise turns a label into another one with probability noise / 2. After Marsland, &quot;Machine learning&quot;, 2009.</source>
        <translation>t · (cos t, sin t) / 3，t ~ U(1.5π, 4.5π)，加上标准差为 0.05 + 坐标噪声 的正态噪声。标签噪声以 噪声 / 2 的概率换成另一标签。依 Marsland, &quot;Machine learning&quot;, 2009。</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>target (L, E) and memory (S, E) become (L, E), each part with a skip connection and layer norm. Vaswani et al., &quot;Attention is all you need&quot;, 2017.</source>
        <translation>target (L, E) 和 memory (S, E) 变为 (L, E)，每个部分都带残差连接和层归一化。Vaswani 等, &quot;Attention is all you need&quot;, 2017。</translation>
    </message>
    <message>
        <source>tells real samples from made ones</source>
        <translation>区分真实样本与生成样本</translation>
    </message>
    <message>
        <source>tells where a sample&apos;s code lies and how surely</source>
        <translation>说出样本的编码在哪里、把握多大</translation>
    </message>
    <message>
        <source>triangular</source>
        <translation>triangular</translation>
    </message>
    <message>
        <source>triangular2</source>
        <translation>triangular2</translation>
    </message>
    <message>
        <source>u ← max(beta2 · u, |g| + eps), w ← w − lr · m̂ / u. Kingma &amp; Ba, &quot;Adam&quot;, section 7, 2014.</source>
        <translation>u ← max(beta2 · u, |g| + eps)，w ← w − lr · m̂ / u。Kingma &amp; Ba, &quot;Adam&quot;, section 7, 2014。</translation>
    </message>
    <message>
        <source>utf-16</source>
        <translation>utf-16</translation>
    </message>
    <message>
        <source>utf-8</source>
        <translation>utf-8</translation>
    </message>
    <message>
        <source>v ← alpha · v + (1 − alpha) · g², w ← w − lr · g / (√v + eps). Tieleman &amp; Hinton, lecture 6.5, 2012.</source>
        <translation>v ← alpha · v + (1 − alpha) · g²，w ← w − lr · g / (√v + eps)。Tieleman &amp; Hinton, lecture 6.5, 2012。</translation>
    </message>
    <message>
        <source>v ← momentum · v + g, w ← w − lr · v. Robbins &amp; Monro, 1951; Nesterov&apos;s variant after Sutskever et al., 2013.</source>
        <translation>v ← momentum · v + g，w ← w − lr · v。Robbins &amp; Monro, 1951；Nesterov 变体依 Sutskever 等, 2013。</translation>
    </message>
    <message>
        <source>v ← rho · v + (1 − rho) · g², Δ = g · √(u + eps) / √(v + eps), u ← rho · u + (1 − rho) · Δ², w ← w − lr · Δ. Zeiler, &quot;ADADELTA&quot;, 2012.</source>
        <translation>v ← rho · v + (1 − rho) · g²，Δ = g · √(u + eps) / √(v + eps)，u ← rho · u + (1 − rho) · Δ²，w ← w − lr · Δ。Zeiler, &quot;ADADELTA&quot;, 2012。</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>w ~ N(0, std²), std = gain / √fan. He et al., &quot;Delving deep into rectifiers&quot;, 2015.</source>
        <translation>w ~ N(0, std²)，std = gain / √fan。He 等, &quot;Delving deep into rectifiers&quot;, 2015。</translation>
    </message>
    <message>
        <source>w ~ N(0, std²), std = gain · √(2 / (fan_in + fan_out)). Glorot &amp; Bengio, 2010.</source>
        <translation>w ~ N(0, std²)，std = gain · √(2 / (fan_in + fan_out))。Glorot &amp; Bengio, 2010。</translation>
    </message>
    <message>
        <source>w ~ N(mean, std²), drawn again outside mean ± cut · std.</source>
        <translation>w ~ N(mean, std²)，落在 mean ± cut · std 之外则重新抽取。</translation>
    </message>
    <message>
        <source>w ~ N(mean, std²).</source>
        <translation>w ~ N(mean, std²)。</translation>
    </message>
    <message>
        <source>w ~ U(a, b).</source>
        <translation>w ~ U(a, b)。</translation>
    </message>
    <message>
        <source>w ~ U(−a, a), a = gain / √fan_in. LeCun et al., &quot;Efficient backprop&quot;, 1998; PyTorch&apos;s dense layers start so.</source>
        <translation>w ~ U(−a, a)，a = gain / √fan_in。LeCun 等, &quot;Efficient backprop&quot;, 1998；PyTorch 的全连接层即如此初始化。</translation>
    </message>
    <message>
        <source>w ~ U(−a, a), a = gain · √(6 / (fan_in + fan_out)). Glorot &amp; Bengio, &quot;Understanding the difficulty of training deep feedforward neural networks&quot;, 2010.</source>
        <translation>w ~ U(−a, a)，a = gain · √(6 / (fan_in + fan_out))。Glorot &amp; Bengio, &quot;Understanding the difficulty of training deep feedforward neural networks&quot;, 2010。</translation>
    </message>
    <message>
        <source>w ~ U(−b, b), b = gain · √(3 / fan). He et al., &quot;Delving deep into rectifiers&quot;, 2015.</source>
        <translation>w ~ U(−b, b)，b = gain · √(3 / fan)。He 等, &quot;Delving deep into rectifiers&quot;, 2015。</translation>
    </message>
    <message>
        <source>w ← (1 − lr · weight_decay) · w, then Adam&apos;s step. Loshchilov &amp; Hutter, &quot;Decoupled weight decay&quot;, 2017.</source>
        <translation>w ← (1 − lr · weight_decay) · w，然后执行 Adam 的更新。Loshchilov &amp; Hutter, &quot;Decoupled weight decay&quot;, 2017。</translation>
    </message>
    <message>
        <source>w ← w · min(1, limit / ‖w‖₂) for the incoming weights of each unit. Srebro &amp; Shraibman, 2005; Srivastava et al., &quot;Dropout&quot;, 2014, use it beside dropout.</source>
        <translation>对每个单元的输入权重有 w ← w · min(1, limit / ‖w‖₂)。Srebro &amp; Shraibman, 2005；Srivastava 等, &quot;Dropout&quot;, 2014，将它与 Dropout 一同使用。</translation>
    </message>
    <message>
        <source>w ← w − lr · (μₜ₊₁ · m̂ + (1 − μₜ) · ĝ) / (√v̂ + eps), where μ grows slowly. Dozat, &quot;Incorporating Nesterov momentum into Adam&quot;, 2016.</source>
        <translation>w ← w − lr · (μₜ₊₁ · m̂ + (1 − μₜ) · ĝ) / (√v̂ + eps)，其中 μ 缓慢增长。Dozat, &quot;Incorporating Nesterov momentum into Adam&quot;, 2016。</translation>
    </message>
    <message>
        <source>w ← w − lr · H · g, where H is built from the last steps and gradients; each step asks for the loss several times. Liu &amp; Nocedal, &quot;On the limited memory BFGS method for large scale optimization&quot;, 1989.</source>
        <translation>w ← w − lr · H · g，H 由最近的更新和梯度构成；每一步会多次求损失。Liu &amp; Nocedal, &quot;On the limited memory BFGS method for large scale optimization&quot;, 1989。</translation>
    </message>
    <message>
        <source>w ← w − lr · m̂ / (√v̂ + eps). Weight decay is added to the gradient. Kingma &amp; Ba, &quot;Adam&quot;, 2014.</source>
        <translation>w ← w − lr · m̂ / (√v̂ + eps)。权重衰减加在梯度上。Kingma &amp; Ba, &quot;Adam&quot;, 2014。</translation>
    </message>
    <message>
        <source>x ~ N(0, 1) in each of some dimensions. The label says whether the sum of x is above 0; for a share of the points it is drawn evenly instead. Zhang et al., &quot;Understanding deep learning requires rethinking generalization&quot;, 2017.</source>
        <translation>若干维，每一维 x ~ N(0, 1)。标签表示 x 之和是否大于 0；其中一部分点的标签改为均匀随机抽取。Zhang 等, &quot;Understanding deep learning requires rethinking generalization&quot;, 2017。</translation>
    </message>
    <message>
        <source>x ← flip(x, H) with probability p. Krizhevsky, Sutskever &amp; Hinton, 2012, flip to the side alone.</source>
        <translation>以概率 p 使 x ← flip(x, H)。Krizhevsky, Sutskever &amp; Hinton, 2012，只作左右翻转。</translation>
    </message>
    <message>
        <source>x ← flip(x, W) with probability p. Krizhevsky, Sutskever &amp; Hinton, &quot;ImageNet classification with deep convolutional neural networks&quot;, 2012.</source>
        <translation>以概率 p 使 x ← flip(x, W)。Krizhevsky, Sutskever &amp; Hinton, &quot;ImageNet classification with deep convolutional neural networks&quot;, 2012。</translation>
    </message>
    <message>
        <source>x ← g + c · (x − g) with the grey g = 0.299 R + 0.587 G + 0.114 B of each pixel, c ~ U(1 − amount, 1 + amount). Howard, &quot;Some improvements on deep convolutional neural network based image classification&quot;, 2013.</source>
        <translation>x ← g + c · (x − g)，g = 0.299 R + 0.587 G + 0.114 B 为每个像素的灰度，c ~ U(1 − amount, 1 + amount)。Howard, &quot;Some improvements on deep convolutional neural network based image classification&quot;, 2013。</translation>
    </message>
    <message>
        <source>x ← m + c · (x − m) with the mean m of the image, c ~ U(1 − amount, 1 + amount). Howard, &quot;Some improvements on deep convolutional neural network based image classification&quot;, 2013.</source>
        <translation>x ← m + c · (x − m)，m 为图像的均值，c ~ U(1 − amount, 1 + amount)。Howard, &quot;Some improvements on deep convolutional neural network based image classification&quot;, 2013。</translation>
    </message>
    <message>
        <source>x ← u · x, u ~ U(least, most). Krizhevsky, Sutskever &amp; Hinton, &quot;ImageNet classification with deep convolutional neural networks&quot;, 2012, change the strength of the light in a like way.</source>
        <translation>x ← u · x，u ~ U(least, most)。Krizhevsky, Sutskever &amp; Hinton, &quot;ImageNet classification with deep convolutional neural networks&quot;, 2012，以类似方式改变光照强度。</translation>
    </message>
    <message>
        <source>x ← x + b, b ~ U(−amount, amount). Howard, &quot;Some improvements on deep convolutional neural network based image classification&quot;, 2013.</source>
        <translation>x ← x + b，b ~ U(−amount, amount)。Howard, &quot;Some improvements on deep convolutional neural network based image classification&quot;, 2013。</translation>
    </message>
    <message>
        <source>x ← x + std · ε, ε ~ N(0, 1), while it trains. Bishop, &quot;Training with noise is equivalent to Tikhonov regularization&quot;, 1995.</source>
        <translation>训练时 x ← x + std · ε，ε ~ N(0, 1)。Bishop, &quot;Training with noise is equivalent to Tikhonov regularization&quot;, 1995。</translation>
    </message>
    <message>
        <source>x ← x + std · ε, ε ~ N(0, 1). Bishop, &quot;Training with noise is equivalent to Tikhonov regularization&quot;, 1995.</source>
        <translation>x ← x + std · ε，ε ~ N(0, 1)。Bishop, &quot;Training with noise is equivalent to Tikhonov regularization&quot;, 1995。</translation>
    </message>
    <message>
        <source>x ← λ xₐ + (1 − λ) x_b with the loss λ L(ŷ, yₐ) + (1 − λ) L(ŷ, y_b), λ ~ Beta(α, α) for each batch. Zhang et al., &quot;mixup: Beyond empirical risk minimization&quot;, 2018.</source>
        <translation>x ← λ xₐ + (1 − λ) x_b，损失为 λ L(ŷ, yₐ) + (1 − λ) L(ŷ, y_b)，每批 λ ~ Beta(α, α)。Zhang 等, &quot;mixup: Beyond empirical risk minimization&quot;, 2018。</translation>
    </message>
    <message>
        <source>x&apos;ᵢ = W [xᵢ; mean of xⱼ over neighbours j] + b; (n, F) becomes (n, out_channels). A node stays apart from its neighbours, which a GCN blends. Hamilton, Ying &amp; Leskovec, &quot;Inductive representation learning on large graphs&quot;, 2017.</source>
        <translation>x&apos;ᵢ = W [xᵢ; 邻居 j 的 xⱼ 的平均] + b；(n, F) 变为 (n, out_channels)。节点与邻居分开处理，而 GCN 把两者混在一起。Hamilton, Ying &amp; Leskovec, &quot;Inductive representation learning on large graphs&quot;, 2017。</translation>
    </message>
    <message>
        <source>x&apos;ᵢ = Σⱼ αᵢⱼ W xⱼ + b with αᵢⱼ = softmaxⱼ LeakyReLU(a · [W xᵢ; W xⱼ]) for each head; (n, F) becomes (n, heads · out_channels), or (n, out_channels) for the mean of the heads. Veličković et al., &quot;Graph attention networks&quot;, 2018.</source>
        <translation>x&apos;ᵢ = Σⱼ αᵢⱼ W xⱼ + b，每个头的 αᵢⱼ = softmaxⱼ LeakyReLU(a · [W xᵢ; W xⱼ])；(n, F) 变为 (n, heads · out_channels)，各头取平均时为 (n, out_channels)。Veličković 等, &quot;Graph attention networks&quot;, 2018。</translation>
    </message>
    <message>
        <source>x(t) = A exp(−damping · t) cos(2πt / 15 + φ) for 60 steps, A ~ U(1, 3), φ ~ U(0, 2π), with normal noise. Without noise two values are enough: x(t + 1) = 2 exp(−damping) cos(2π / 15) x(t) − exp(−2 · damping) x(t − 1).</source>
        <translation>x(t) = A exp(−damping · t) cos(2πt / 15 + φ)，共 60 步，A ~ U(1, 3)，φ ~ U(0, 2π)，加正态噪声。没有噪声时两个值就够：x(t + 1) = 2 exp(−damping) cos(2π / 15) x(t) − exp(−2 · damping) x(t − 1)。</translation>
    </message>
    <message>
        <source>x̃ᵢ = xᵢ − mean of x; x&apos;ᵢ = scale · x̃ᵢ / √(eps + mean of ‖x̃‖²), over the nodes that exist; (n, F) stays (n, F). Zhao &amp; Akoglu, &quot;PairNorm: tackling oversmoothing in GNNs&quot;, 2020.</source>
        <translation>x̃ᵢ = xᵢ − x 的平均；x&apos;ᵢ = scale · x̃ᵢ / √(eps + ‖x̃‖² 的平均)，只计存在的节点；(n, F) 保持 (n, F)。Zhao &amp; Akoglu, &quot;PairNorm: tackling oversmoothing in GNNs&quot;, 2020。</translation>
    </message>
    <message>
        <source>y = (x − mean) / √(variance + eps) over the places of (C, H, W). Ulyanov et al., &quot;Instance normalization&quot;, 2016.</source>
        <translation>在 (C, H, W) 的各位置上 y = (x − mean) / √(variance + eps)。Ulyanov 等, &quot;Instance normalization&quot;, 2016。</translation>
    </message>
    <message>
        <source>y = (x − mean) / √(variance + eps) · weight + bias for (C, H, W), over the batch and all places while it trains and with running averages when it is measured. Ioffe &amp; Szegedy, &quot;Batch normalization&quot;, 2015.</source>
        <translation>对 (C, H, W) 有 y = (x − mean) / √(variance + eps) · weight + bias，训练时用批内所有位置的统计量，评估时用滑动平均。Ioffe &amp; Szegedy, &quot;Batch normalization&quot;, 2015。</translation>
    </message>
    <message>
        <source>y = (x − mean) / √(variance + eps) · weight + bias for (C, …); it does not depend on the batch, so it also serves small ones. Wu &amp; He, &quot;Group normalization&quot;, 2018.</source>
        <translation>对 (C, …) 有 y = (x − mean) / √(variance + eps) · weight + bias；与批次无关，因此也适用于小批量。Wu &amp; He, &quot;Group normalization&quot;, 2018。</translation>
    </message>
    <message>
        <source>y = (x − mean) / √(variance + eps) · weight + bias over the last dimension; it does not depend on the batch. Ba, Kiros &amp; Hinton, &quot;Layer normalization&quot;, 2016.</source>
        <translation>沿最后一维 y = (x − mean) / √(variance + eps) · weight + bias；与批次无关。Ba, Kiros &amp; Hinton, &quot;Layer normalization&quot;, 2016。</translation>
    </message>
    <message>
        <source>y = (x − mean) / √(variance + eps) · weight + bias, over the batch while it trains and with running averages when it is measured. Ioffe &amp; Szegedy, &quot;Batch normalization&quot;, 2015.</source>
        <translation>y = (x − mean) / √(variance + eps) · weight + bias，训练时用批内统计量，评估时用滑动平均。Ioffe &amp; Szegedy, &quot;Batch normalization&quot;, 2015。</translation>
    </message>
    <message>
        <source>y = a − b; sizes must be equal or 1, and a shorter shape is taken to lack the last ones.</source>
        <translation>y = a − b；各大小必须相等或为 1，较短的形状视为缺少末尾各维。</translation>
    </message>
    <message>
        <source>y = x + std · ε with ε from a standard normal; nothing is added when the network is measured. Sietsma &amp; Dow, &quot;Creating artificial neural networks that generalize&quot;, 1991.</source>
        <translation>y = x + std · ε，ε 取自标准正态分布；评估网络时不加噪声。Sietsma &amp; Dow, &quot;Creating artificial neural networks that generalize&quot;, 1991。</translation>
    </message>
    <message>
        <source>y = x / (k + alpha / size · Σ x²)^beta, the sum over `size` neighbouring channels of (C, …). Krizhevsky et al., &quot;ImageNet classification with deep convolutional neural networks&quot;, 2012.</source>
        <translation>y = x / (k + alpha / size · Σ x²)^beta，在 (C, …) 的 `size` 个相邻通道上求和。Krizhevsky 等, &quot;ImageNet classification with deep convolutional neural networks&quot;, 2012。</translation>
    </message>
    <message>
        <source>y = x / √(mean(x²) + eps) · weight over the last dimension; like layer norm, but the mean stays. Zhang &amp; Sennrich, &quot;Root mean square layer normalization&quot;, 2019.</source>
        <translation>沿最后一维 y = x / √(mean(x²) + eps) · weight；类似层归一化，但不减去均值。Zhang &amp; Sennrich, &quot;Root mean square layer normalization&quot;, 2019。</translation>
    </message>
    <message>
        <source>y = x Wᵀ + b, with W of shape (out_features, in_features). It works on the last dimension of its input.</source>
        <translation>y = x Wᵀ + b，W 的形状为 (out_features, in_features)。作用于输入的最后一维。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>z = mean + exp(log-variance / 2) · ε with ε from a standard normal; the mean itself when the network is measured. Kingma &amp; Welling, &quot;Auto-encoding variational Bayes&quot;, 2014.</source>
        <translation>z = mean + exp(log-variance / 2) · ε，ε 取自标准正态分布；评估网络时直接取均值。Kingma &amp; Welling, &quot;Auto-encoding variational Bayes&quot;, 2014。</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>零</translation>
    </message>
    <message>
        <source>|x − y|.</source>
        <translation>|x − y|。</translation>
    </message>
    <message>
        <source>Σ max(0, margin − xᵧ + xᵢ)^p / C over the other classes i. Crammer &amp; Singer, 2001.</source>
        <translation>Σ max(0, margin − xᵧ + xᵢ)^p / C，对其他类别 i 求和。Crammer &amp; Singer, 2001。</translation>
    </message>
    <message>
        <source>Σ t · (log t − x), the mean over samples. With classes that are known for sure it is the NLL. Kullback &amp; Leibler, &quot;On information and sufficiency&quot;, 1951.</source>
        <translation>Σ t · (log t − x)，对样本取平均。类别完全确定时即 NLL。Kullback &amp; Leibler, &quot;On information and sufficiency&quot;, 1951。</translation>
    </message>
    <message>
        <source>Σ wₕ · Lₕ over the heads, of which the one called box gives left, top, right and bottom. IoU is the area that true and predicted box share over the area that they cover together; a box whose right is left of its left, or whose bottom is above its top, is empty and has IoU 0. A shape is found where IoU &gt; 0.5 and its class is right. Sermanet et al., &quot;OverFeat: integrated recognition, localization and detection&quot;, 2014; Everingham et al., &quot;The PASCAL visual object classes challenge&quot;, 2010.</source>
        <translation>对各输出头求 Σ wₕ · Lₕ，其中名为 box 的输出头给出左、上、右、下。IoU 是真实框与预测框重叠的面积除以它们合起来覆盖的面积；右边在左边之左、或下边在上边之上的框为空，IoU 为 0。IoU &gt; 0.5 且类别正确，才算找到一个形状。Sermanet 等, &quot;OverFeat: integrated recognition, localization and detection&quot;, 2014; Everingham 等, &quot;The PASCAL visual object classes challenge&quot;, 2010。</translation>
    </message>
    <message>
        <source>Σ(x − x̄)(ŷ − ȳ) / Σ(x − x̄)² over the validation samples, with the first input as x.</source>
        <translation>在验证样本上计算 Σ(x − x̄)(ŷ − ȳ) / Σ(x − x̄)²，x 为第一个输入。</translation>
    </message>
    <message>
        <source>α ~ U(−degrees, degrees), about the middle, with bilinear interpolation. Simard, Steinkraus &amp; Platt, &quot;Best practices for convolutional neural networks applied to visual document analysis&quot;, 2003.</source>
        <translation>α ~ U(−degrees, degrees)，绕图像中心旋转，双线性插值。Simard, Steinkraus &amp; Platt, &quot;Best practices for convolutional neural networks applied to visual document analysis&quot;, 2003。</translation>
    </message>
    <message>
        <source>−(1 − p)^gamma · log p for the probability p that a softmax gives the true class. Lin et al., &quot;Focal loss for dense object detection&quot;, 2017.</source>
        <translation>−(1 − p)^gamma · log p，p 为 softmax 给真实类别的概率。Lin 等, &quot;Focal loss for dense object detection&quot;, 2017。</translation>
    </message>
    <message>
        <source>−log p for a yes, −log(1 − p) for a no. BCE with logits does the same in one step, and more exactly. Outputs that are no probabilities are cut to 0 and 1.</source>
        <translation>“是”为 −log p，“否”为 −log(1 − p)。输入 logits 的二元交叉熵一步完成同样的计算，且更精确。不是概率的输出会被截到 0 和 1。</translation>
    </message>
    <message>
        <source>−log softmax(x)ᵧ for the true class y; the curve shows two classes, over the lead of the true logit.</source>
        <translation>−log softmax(x)ᵧ，y 为真实类别；曲线为两类的情形，横轴是真实类别 logit 的领先量。</translation>
    </message>
    <message>
        <source>−log σ(x) for a yes, −log σ(−x) for a no. Two classes need one output; more need one each, all judged apart.</source>
        <translation>“是”为 −log σ(x)，“否”为 −log σ(−x)。两类需要一个输出；更多类则每类一个，各自判断。</translation>
    </message>
    <message>
        <source>−xᵧ for the true class y. Cross-entropy is log-softmax and this in one step.</source>
        <translation>−xᵧ，y 为真实类别。交叉熵即 log-softmax 与它合为一步。</translation>
    </message>
    <message>
        <source>√ mean of (ŷ − y)².</source>
        <translation>√((ŷ − y)² 的平均)。</translation>
    </message>
    <message>
        <source>√(mean g²) over the weights of the first layer / √(mean g²) over those of the last, as the optimizer was given them at the epoch&apos;s last step; 0 before the first step. Glorot &amp; Bengio, &quot;Understanding the difficulty of training deep feedforward neural networks&quot;, 2010, watch the same.</source>
        <translation>第一层权重的 √(g² 的平均) / 最后一层权重的 √(g² 的平均)，取优化器在本轮最后一步得到的梯度；第一步之前为 0。Glorot &amp; Bengio, &quot;Understanding the difficulty of training deep feedforward neural networks&quot;, 2010，考察的也是它。</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>not available</source>
        <translation>不可用</translation>
    </message>
</context>
<context>
    <name>classes</name>
    <message>
        <source>Mr. Hi</source>
        <translation>Mr. Hi</translation>
    </message>
    <message>
        <source>against</source>
        <translation>差评</translation>
    </message>
    <message>
        <source>alcohol</source>
        <translation>酒精度</translation>
    </message>
    <message>
        <source>background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>benign</source>
        <translation>良性</translation>
    </message>
    <message>
        <source>box</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>even</source>
        <translation>偶</translation>
    </message>
    <message>
        <source>first</source>
        <translation>第一半</translation>
    </message>
    <message>
        <source>for</source>
        <translation>好评</translation>
    </message>
    <message>
        <source>grower</source>
        <translation>酒庄</translation>
    </message>
    <message>
        <source>grower 1</source>
        <translation>酒庄 1</translation>
    </message>
    <message>
        <source>grower 2</source>
        <translation>酒庄 2</translation>
    </message>
    <message>
        <source>grower 3</source>
        <translation>酒庄 3</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>inner</source>
        <translation>内</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>恶性</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>负</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>奇</translation>
    </message>
    <message>
        <source>officer</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>one ring</source>
        <translation>一个环</translation>
    </message>
    <message>
        <source>ones</source>
        <translation>1 居多</translation>
    </message>
    <message>
        <source>outer</source>
        <translation>外</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>正</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>环</translation>
    </message>
    <message>
        <source>second</source>
        <translation>第二半</translation>
    </message>
    <message>
        <source>setosa</source>
        <translation>山鸢尾</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>square</source>
        <translation>正方形</translation>
    </message>
    <message>
        <source>tails</source>
        <translation>反面</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>三角形</translation>
    </message>
    <message>
        <source>two groups</source>
        <translation>两个团</translation>
    </message>
    <message>
        <source>two rings</source>
        <translation>两个环</translation>
    </message>
    <message>
        <source>versicolor</source>
        <translation>变色鸢尾</translation>
    </message>
    <message>
        <source>virginica</source>
        <translation>维吉尼亚鸢尾</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>0 居多</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>&quot;{0}&quot; has {1} cell without a number, taken for missing; the first is &quot;{2}&quot; in line {3}.</source>
        <translation>“{0}”有 {1} 个单元格不是数值，按缺失处理；第一个是第 {3} 行的“{2}”。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; has {1} cells without a number, taken for missing; the first is &quot;{2}&quot; in line {3}.</source>
        <translation>“{0}”有 {1} 个单元格不是数值，按缺失处理；第一个是第 {3} 行的“{2}”。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; has {1} gap; the mean of the column is put there.</source>
        <translation>“{0}”有 {1} 处缺失；以该列的均值填补。</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; has {1} gaps; the mean of the column is put there.</source>
        <translation>“{0}”有 {1} 处缺失；以该列的均值填补。</translation>
    </message>
    <message>
        <source>A layer cannot share weights with itself.</source>
        <translation>层不能与自身共享权重。</translation>
    </message>
    <message>
        <source>A text column may have at most {0} different texts.</source>
        <translation>文本列最多可有 {0} 种不同的文本。</translation>
    </message>
    <message>
        <source>Add a layer that learns.</source>
        <translation>请添加一个可学习的层。</translation>
    </message>
    <message>
        <source>Add a network {0}</source>
        <translation>添加网络 {0}</translation>
    </message>
    <message>
        <source>Add an Input and wire it to the first layer.</source>
        <translation>添加输入层，并连到第一层。</translation>
    </message>
    <message>
        <source>Add an Input before {0}</source>
        <translation>在 {0} 之前添加输入层</translation>
    </message>
    <message>
        <source>Add an Input.</source>
        <translation>请添加输入层。</translation>
    </message>
    <message>
        <source>Add an Output behind it</source>
        <translation>在其后添加输出层</translation>
    </message>
    <message>
        <source>Add an Output behind the Input.</source>
        <translation>在输入层之后添加输出层。</translation>
    </message>
    <message>
        <source>Add an Output behind the last layer.</source>
        <translation>在最后一层之后添加输出层。</translation>
    </message>
    <message>
        <source>Add an Output behind {0}</source>
        <translation>在 {0} 之后添加输出层</translation>
    </message>
    <message>
        <source>Add it.</source>
        <translation>请添加它。</translation>
    </message>
    <message>
        <source>Add projection</source>
        <translation>添加投影</translation>
    </message>
    <message>
        <source>Add projection to {0}</source>
        <translation>添加到 {0} 的投影</translation>
    </message>
    <message>
        <source>Add what is missing</source>
        <translation>补上缺少的部分</translation>
    </message>
    <message>
        <source>Another layer has the name of this layer&apos;s activation.</source>
        <translation>另一层的名称与此层激活函数的名称相同。</translation>
    </message>
    <message>
        <source>Batch norm 1d needs inputs of shape (C,) or (C, L), but gets {0}; use Batch norm 2d.</source>
        <translation>一维批归一化需要形状为 (C,) 或 (C, L) 的输入，但得到 {0}；请改用二维批归一化。</translation>
    </message>
    <message>
        <source>Batch norm 2d needs an image of shape (C, H, W), but gets {0}; use Batch norm 1d.</source>
        <translation>二维批归一化需要形状为 (C, H, W) 的图像，但得到 {0}；请改用一维批归一化。</translation>
    </message>
    <message>
        <source>Batch norm subtracts the mean, and with it the bias of {0}.</source>
        <translation>批归一化会减去均值，{0} 的偏置也随之被减掉。</translation>
    </message>
    <message>
        <source>Choose a CSV file.</source>
        <translation>请选择 CSV 文件。</translation>
    </message>
    <message>
        <source>Choose a larger one.</source>
        <translation>请选择更大的值。</translation>
    </message>
    <message>
        <source>Choose a smaller one.</source>
        <translation>请选择更小的值。</translation>
    </message>
    <message>
        <source>Choose an activation, or put it behind as a layer of its own.</source>
        <translation>请选择一个激活函数，或把它作为单独的一层放在后面。</translation>
    </message>
    <message>
        <source>Choose another batch size, such as {0}.</source>
        <translation>请选择其他批大小，例如 {0}。</translation>
    </message>
    <message>
        <source>Choose another encoding, or save the table as CSV in UTF-8.</source>
        <translation>请选择其他编码，或把表格存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <source>Choose another loss.</source>
        <translation>请选择其他损失函数。</translation>
    </message>
    <message>
        <source>Choose another optimizer.</source>
        <translation>请选择其他优化器。</translation>
    </message>
    <message>
        <source>Choose another target column, or treat it as a number.</source>
        <translation>请选择其他目标列，或把它当作数值。</translation>
    </message>
    <message>
        <source>Choose data of quantities, such as images or points.</source>
        <translation>请选择数值数据，例如图像或点。</translation>
    </message>
    <message>
        <source>Choose layers that all lie in the same block</source>
        <translation>请选择位于同一个块中的层</translation>
    </message>
    <message>
        <source>Choose the file again; it may have been moved.</source>
        <translation>请重新选择文件；它可能已被移走。</translation>
    </message>
    <message>
        <source>Choose the layers to fold first</source>
        <translation>请先选择要折叠的层</translation>
    </message>
    <message>
        <source>Choose {0} as the objective.</source>
        <translation>请选择{0}作为训练目标。</translation>
    </message>
    <message>
        <source>Concat needs inputs that differ in dimension {0} only, but gets {1}.</source>
        <translation>拼接的各输入只能在维度 {0} 上不同，但得到 {1}。</translation>
    </message>
    <message>
        <source>Cut a wire of the circle.</source>
        <translation>请断开环路中的一条连线。</translation>
    </message>
    <message>
        <source>Cut nothing off</source>
        <translation>不裁剪</translation>
    </message>
    <message>
        <source>Cut the wire from {0}</source>
        <translation>断开来自 {0} 的连线</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除它</translation>
    </message>
    <message>
        <source>Delete that edge, or join the two with Add or Concat.</source>
        <translation>请删除那条连线，或用“相加”或“拼接”把两者合并。</translation>
    </message>
    <message>
        <source>Delete that wire</source>
        <translation>删除那条连线</translation>
    </message>
    <message>
        <source>Delete this Output</source>
        <translation>删除此输出层</translation>
    </message>
    <message>
        <source>Draw the weights at random.</source>
        <translation>请随机初始化权重。</translation>
    </message>
    <message>
        <source>Dropout changes the variance only while training, so that the averages of {0} behind it do not hold when the network is measured.</source>
        <translation>Dropout 只在训练时改变方差，因此其后 {0} 的滑动平均在评估网络时并不成立。</translation>
    </message>
    <message>
        <source>Each batch has a single sample, and batch norm needs two or more.</source>
        <translation>每个批次只有一个样本，而批归一化至少需要两个。</translation>
    </message>
    <message>
        <source>End with a {0}</source>
        <translation>以 {0} 结尾</translation>
    </message>
    <message>
        <source>End with an Output layer, which takes its size from data and loss.</source>
        <translation>请以输出层结尾，它的大小由数据和损失函数决定。</translation>
    </message>
    <message>
        <source>Every layer is frozen, so there is nothing to train.</source>
        <translation>所有层都已冻结，没有可训练的内容。</translation>
    </message>
    <message>
        <source>Every layer with weights is frozen, so there is nothing to train.</source>
        <translation>所有带权重的层都已冻结，没有可训练的内容。</translation>
    </message>
    <message>
        <source>Every line needs as many columns as the first; text with a delimiter in it needs quotes.</source>
        <translation>每行的列数须与第一行相同；含分隔符的文本需要加引号。</translation>
    </message>
    <message>
        <source>Flatten cannot join axes {0} to {1} of {2}; choose 1 to −1.</source>
        <translation>展平无法合并 {2} 的第 {0} 到 {1} 轴；请选择 1 到 −1。</translation>
    </message>
    <message>
        <source>Forget these weights</source>
        <translation>不再使用这些权重</translation>
    </message>
    <message>
        <source>Give it more rows.</source>
        <translation>请增加它的行数。</translation>
    </message>
    <message>
        <source>Give it {0} unit</source>
        <translation>设为 {0} 个单元</translation>
    </message>
    <message>
        <source>Give it {0} units</source>
        <translation>设为 {0} 个单元</translation>
    </message>
    <message>
        <source>Give one weight for each class.</source>
        <translation>请为每个类别各给一个权重。</translation>
    </message>
    <message>
        <source>Give {0} weights</source>
        <translation>给出 {0} 个权重</translation>
    </message>
    <message>
        <source>Group norm cannot put {0} channels into {1} equal groups; choose another number of groups, such as {2}.</source>
        <translation>组归一化无法把 {0} 个通道均分为 {1} 组；请选择其他组数，例如 {2}。</translation>
    </message>
    <message>
        <source>Halve the batch size, use fewer units, or train on the CPU.</source>
        <translation>请把批大小减半、减少单元数，或在 CPU 上训练。</translation>
    </message>
    <message>
        <source>Insert Flatten</source>
        <translation>插入展平</translation>
    </message>
    <message>
        <source>Insert Linear</source>
        <translation>插入线性层</translation>
    </message>
    <message>
        <source>Insert Reshape to {0}</source>
        <translation>插入变形为 {0}</translation>
    </message>
    <message>
        <source>Insert Transpose</source>
        <translation>插入转置</translation>
    </message>
    <message>
        <source>Insert average pooling and Flatten</source>
        <translation>插入平均池化和展平</translation>
    </message>
    <message>
        <source>Instance norm 2d needs an image of shape (C, H, W), but gets {0}; use Layer norm.</source>
        <translation>二维实例归一化需要形状为 (C, H, W) 的图像，但得到 {0}；请改用层归一化。</translation>
    </message>
    <message>
        <source>Instance norm 2d needs more than one place per channel, but gets one; put it before the pooling.</source>
        <translation>二维实例归一化要求每个通道有多个位置，但只有一个；请把它放在池化之前。</translation>
    </message>
    <message>
        <source>It can train once the data have that shape.</source>
        <translation>数据具有该形状后即可训练。</translation>
    </message>
    <message>
        <source>It gives {0} results, and training needs one.</source>
        <translation>它给出 {0} 个结果，而训练需要一个。</translation>
    </message>
    <message>
        <source>It has {0} inputs, and training feeds them all with the same samples.</source>
        <translation>它有 {0} 个输入，训练时都会送入相同的样本。</translation>
    </message>
    <message>
        <source>It needs inputs and a target; perhaps the delimiter is another.</source>
        <translation>它需要输入和目标；也许分隔符不同。</translation>
    </message>
    <message>
        <source>It stays in the file as it is.</source>
        <translation>它会原样保留在文件中。</translation>
    </message>
    <message>
        <source>Its inputs give {0} numbers, but the data ask in this order: {1}.</source>
        <translation>它的各输入给出 {0} 个数，但数据要求按此顺序：{1}。</translation>
    </message>
    <message>
        <source>Join all axes</source>
        <translation>合并所有轴</translation>
    </message>
    <message>
        <source>Join it to {0} with Add</source>
        <translation>用相加把它并入 {0}</translation>
    </message>
    <message>
        <source>Join it to {0} with Concat</source>
        <translation>用拼接把它并入 {0}</translation>
    </message>
    <message>
        <source>Join the two with Concat</source>
        <translation>用拼接合并两者</translation>
    </message>
    <message>
        <source>Kaiming weights for ReLU are too large and drive them into saturation</source>
        <translation>适合 ReLU 的 Kaiming 权重过大，会使它们饱和</translation>
    </message>
    <message>
        <source>Keep one and delete the others.</source>
        <translation>请保留一个，删除其余的。</translation>
    </message>
    <message>
        <source>Layers between the chosen ones are missing; choose these too</source>
        <translation>所选层之间还有未选的层；请一并选择</translation>
    </message>
    <message>
        <source>Leave some columns out.</source>
        <translation>请去掉一些列。</translation>
    </message>
    <message>
        <source>Left out, as it only counts the rows: {0}.</source>
        <translation>未使用，因为它只是行号：{0}。</translation>
    </message>
    <message>
        <source>Left out, as they are empty or have over {0} different texts: {1}.</source>
        <translation>未使用，因为它们为空或有超过 {0} 种不同的文本：{1}。</translation>
    </message>
    <message>
        <source>Let all classes count alike</source>
        <translation>各类别一视同仁</translation>
    </message>
    <message>
        <source>Let it give {0}</source>
        <translation>使其输出 {0}</translation>
    </message>
    <message>
        <source>Local response norm needs channels with places, such as (C, H, W), but gets {0}; remove it.</source>
        <translation>局部响应归一化需要带位置的通道，例如 (C, H, W)，但得到 {0}；请移除它。</translation>
    </message>
    <message>
        <source>Look for a quote that is not closed.</source>
        <translation>请查找未闭合的引号。</translation>
    </message>
    <message>
        <source>Lower the learning rate or clip gradients.</source>
        <translation>请降低学习率或裁剪梯度。</translation>
    </message>
    <message>
        <source>Lower the learning rate, or choose another optimizer.</source>
        <translation>请降低学习率，或换一个优化器。</translation>
    </message>
    <message>
        <source>Make a sequence of its places</source>
        <translation>把各位置排成序列</translation>
    </message>
    <message>
        <source>Make it a Linear layer of {0} units</source>
        <translation>改为 {0} 个单元的线性层</translation>
    </message>
    <message>
        <source>Make it the Output</source>
        <translation>改为输出层</translation>
    </message>
    <message>
        <source>Matrix product needs shapes such as (L, D) and (D, S), but gets {0} and {1}; put Transpose before one of them.</source>
        <translation>矩阵乘法需要 (L, D) 和 (D, S) 这样的形状，但得到 {0} 和 {1}；请在其中一个之前放置转置。</translation>
    </message>
    <message>
        <source>Mixed bfloat16</source>
        <translation>混合 bfloat16</translation>
    </message>
    <message>
        <source>Mixed float16</source>
        <translation>混合 float16</translation>
    </message>
    <message>
        <source>Move it behind</source>
        <translation>移到其后</translation>
    </message>
    <message>
        <source>No data that come with the program have its input&apos;s shape.</source>
        <translation>程序自带的数据都不具有它的输入形状。</translation>
    </message>
    <message>
        <source>No layer has weights, so there is nothing to train.</source>
        <translation>没有带权重的层，没有可训练的内容。</translation>
    </message>
    <message>
        <source>Nothing bends what flows from {0} to {1}; two linear layers in a row can do no more than one.</source>
        <translation>从 {0} 到 {1} 之间没有非线性；相连的两个线性层并不比一个更强。</translation>
    </message>
    <message>
        <source>Nothing leads into these layers, so that a block of them would have no input</source>
        <translation>没有连线通向这些层，由它们组成的块将没有输入</translation>
    </message>
    <message>
        <source>Nothing takes what this layer gives.</source>
        <translation>没有层接收此层的输出。</translation>
    </message>
    <message>
        <source>Permute needs each axis of {0} once, but has {1}; choose an order such as {2}.</source>
        <translation>轴重排要求 {0} 的每个轴各出现一次，但设置为 {1}；请选择例如 {2} 的顺序。</translation>
    </message>
    <message>
        <source>Put Flatten before it.</source>
        <translation>请在它之前放置展平。</translation>
    </message>
    <message>
        <source>Put an activation such as {0} behind the first, or remove it.</source>
        <translation>请在前一层之后放置 {0} 之类的激活函数，或移除该层。</translation>
    </message>
    <message>
        <source>Put the dropout behind the batch norm (Li et al., 2019).</source>
        <translation>请把 Dropout 放在批归一化之后（Li 等, 2019）。</translation>
    </message>
    <message>
        <source>Put the file back, or forget these weights.</source>
        <translation>请把文件放回原处，或不再使用这些权重。</translation>
    </message>
    <message>
        <source>Put {0} behind it</source>
        <translation>在其后放置 {0}</translation>
    </message>
    <message>
        <source>PyTorch is faster on batches of this size.</source>
        <translation>这样大的批量由 PyTorch 计算更快。</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除它</translation>
    </message>
    <message>
        <source>Remove it, or install the extension it comes from.</source>
        <translation>请移除它，或安装提供它的扩展。</translation>
    </message>
    <message>
        <source>Remove network {0}</source>
        <translation>移除网络 {0}</translation>
    </message>
    <message>
        <source>Remove the dropout</source>
        <translation>移除 Dropout</translation>
    </message>
    <message>
        <source>Remove the {0} from the end.</source>
        <translation>请移除末尾的 {0}。</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>移除此层</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除 {0}</translation>
    </message>
    <message>
        <source>Rename it</source>
        <translation>请重命名</translation>
    </message>
    <message>
        <source>Rename {0} to {1}</source>
        <translation>把 {0} 重命名为 {1}</translation>
    </message>
    <message>
        <source>Replace it, or install the extension it comes from.</source>
        <translation>请替换它，或安装提供它的扩展。</translation>
    </message>
    <message>
        <source>Reshape cannot lay {0} numbers out as {1}; choose sizes whose product is {2}.</source>
        <translation>变形无法把 {0} 个数排成 {1}；请选择乘积为 {2} 的大小。</translation>
    </message>
    <message>
        <source>Resize to {0}</source>
        <translation>调整大小为 {0}</translation>
    </message>
    <message>
        <source>Save a part of its rows as a file of their own.</source>
        <translation>请把部分行另存为单独的文件。</translation>
    </message>
    <message>
        <source>Set rows to {0}</source>
        <translation>把行数设为 {0}</translation>
    </message>
    <message>
        <source>Set the batch size to {0}</source>
        <translation>把批大小设为 {0}</translation>
    </message>
    <message>
        <source>Set {0} to {1}</source>
        <translation>把{0}设为 {1}</translation>
    </message>
    <message>
        <source>Set {0} to {1} and {2} to {3}</source>
        <translation>把{0}设为 {1}，{2}设为 {3}</translation>
    </message>
    <message>
        <source>Some of its layers share weights; here each has a copy of its own.</source>
        <translation>它的一些层共享权重；这里每层各有一份。</translation>
    </message>
    <message>
        <source>Standardise the inputs</source>
        <translation>标准化输入</translation>
    </message>
    <message>
        <source>Surgery has no effect here: there are no weights.</source>
        <translation>单元改动在此无效：没有权重。</translation>
    </message>
    <message>
        <source>Surgery on unit {0} has no effect: the layer has {1} units.</source>
        <translation>对单元 {0} 的改动无效：该层有 {1} 个单元。</translation>
    </message>
    <message>
        <source>Surgery on unit {0} has no effect: this layer can only be drawn anew as a whole.</source>
        <translation>对单元 {0} 的改动无效：此层只能整体重新初始化。</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>关闭它</translation>
    </message>
    <message>
        <source>Switch off {0}</source>
        <translation>关闭{0}</translation>
    </message>
    <message>
        <source>Switch the bias off</source>
        <translation>关闭偏置</translation>
    </message>
    <message>
        <source>Switch the bias off: the shift of the batch norm does its work.</source>
        <translation>请关闭偏置：批归一化的平移已起到它的作用。</translation>
    </message>
    <message>
        <source>Switch the line search off.</source>
        <translation>请关闭线搜索。</translation>
    </message>
    <message>
        <source>Take it out.</source>
        <translation>请移除它。</translation>
    </message>
    <message>
        <source>Take the shape of the data</source>
        <translation>采用数据的形状</translation>
    </message>
    <message>
        <source>Thaw a layer.</source>
        <translation>请解冻一层。</translation>
    </message>
    <message>
        <source>Thaw all layers</source>
        <translation>解冻所有层</translation>
    </message>
    <message>
        <source>The data are for {0}, but the objective is {1}.</source>
        <translation>数据用于{0}，但训练目标是{1}。</translation>
    </message>
    <message>
        <source>The file {0} is damaged or no safetensors file</source>
        <translation>文件 {0} 已损坏，或不是 safetensors 文件</translation>
    </message>
    <message>
        <source>The last batch of each epoch has a single sample, and batch norm needs two or more.</source>
        <translation>每轮的最后一个批次只有一个样本，而批归一化至少需要两个。</translation>
    </message>
    <message>
        <source>The line search compares losses without {0}, which works on gradients alone.</source>
        <translation>线搜索比较的是不含{0}的损失，因为后者只作用于梯度。</translation>
    </message>
    <message>
        <source>The memory is full; training stopped.</source>
        <translation>内存已满；训练已停止。</translation>
    </message>
    <message>
        <source>The model computes nothing from its input</source>
        <translation>模型没有用输入计算任何结果</translation>
    </message>
    <message>
        <source>The model takes no tensor</source>
        <translation>模型不接收任何张量</translation>
    </message>
    <message>
        <source>The model {0}</source>
        <translation>模型{0}</translation>
    </message>
    <message>
        <source>The model&apos;s input {0} has no batch, or a side of unknown size</source>
        <translation>模型的输入 {0} 没有批维度，或有一边大小未知</translation>
    </message>
    <message>
        <source>The network gives {0} per sample, but {1} needs {2} here.</source>
        <translation>网络对每个样本给出 {0}，但{1}在这里需要 {2}。</translation>
    </message>
    <message>
        <source>The network gives {0} per sample, but {1} needs {2} here: {3}.</source>
        <translation>网络对每个样本给出 {0}，但{1}在这里需要 {2}：{3}。</translation>
    </message>
    <message>
        <source>The network has no Input.</source>
        <translation>网络没有输入层。</translation>
    </message>
    <message>
        <source>The network has no Output.</source>
        <translation>网络没有输出层。</translation>
    </message>
    <message>
        <source>The network has no layers.</source>
        <translation>网络没有层。</translation>
    </message>
    <message>
        <source>The network has {0} Outputs; it needs one.</source>
        <translation>网络有 {0} 个输出层；只需要一个。</translation>
    </message>
    <message>
        <source>The program met a fault: {0}</source>
        <translation>程序出现故障：{0}</translation>
    </message>
    <message>
        <source>The value set by hand at {0} of {1} has no effect: {2} has the shape {3}.</source>
        <translation>在 {1} 的 {0} 处手动设置的值无效：{2} 的形状为 {3}。</translation>
    </message>
    <message>
        <source>The value set by hand in {0} has no effect: the layer has no such numbers.</source>
        <translation>在 {0} 中手动设置的值无效：该层没有这样的数。</translation>
    </message>
    <message>
        <source>The values of the inputs are about {0} in size; initial weights and learning rates are made for about 1.</source>
        <translation>输入值的大小约为 {0}；初始权重和学习率适合约为 1 的值。</translation>
    </message>
    <message>
        <source>The values of {0} are about {1} in size; initial weights and learning rates are made for about 1.</source>
        <translation>{0} 的值大小约为 {1}；初始权重和学习率适合约为 1 的值。</translation>
    </message>
    <message>
        <source>The weights that lie beside the model, in {0}, are missing or too short</source>
        <translation>模型旁的权重文件 {0} 缺失或过短</translation>
    </message>
    <message>
        <source>The weights {0} are no plain file</source>
        <translation>权重 {0} 不是普通文件</translation>
    </message>
    <message>
        <source>There are {0} classes, but {1} class weights.</source>
        <translation>有 {0} 个类别，却有 {1} 个类别权重。</translation>
    </message>
    <message>
        <source>There is no check called {0}, so it never ticks.</source>
        <translation>没有名为 {0} 的检查项，因此它不会被勾选。</translation>
    </message>
    <message>
        <source>There is no {0} called {1}.</source>
        <translation>没有名为 {1} 的{0}。</translation>
    </message>
    <message>
        <source>They start from the initialiser.</source>
        <translation>它们从初始化方法开始。</translation>
    </message>
    <message>
        <source>Training diverged: the loss is not finite from epoch {0} on. The first layer with weights that are not finite is {1}.</source>
        <translation>训练发散：从第 {0} 轮起损失不再是有限值。权重首先出现非有限值的层是 {1}。</translation>
    </message>
    <message>
        <source>Training diverged: the loss is not finite from epoch {0} on. The largest weights are in {1}.</source>
        <translation>训练发散：从第 {0} 轮起损失不再是有限值。最大的权重在 {1} 中。</translation>
    </message>
    <message>
        <source>Training met a fault in the program: {0}</source>
        <translation>训练时程序出现故障：{0}</translation>
    </message>
    <message>
        <source>Training stopped in {0}: {1}</source>
        <translation>训练在 {0} 处停止：{1}</translation>
    </message>
    <message>
        <source>Training stopped: the optimizer divided by zero.</source>
        <translation>训练已停止：优化器除以了零。</translation>
    </message>
    <message>
        <source>Training stopped: {0}</source>
        <translation>训练已停止：{0}</translation>
    </message>
    <message>
        <source>Training with the objective {0} cannot be written as a script; export the weights</source>
        <translation>以{0}为目标的训练无法写成脚本；请导出权重</translation>
    </message>
    <message>
        <source>Training would need {0} of memory, but {1} are free; this layer has {2} parameters.</source>
        <translation>训练需要 {0} 内存，但只有 {1} 可用；此层有 {2} 个参数。</translation>
    </message>
    <message>
        <source>Transpose exchanges axes {0} and {1}, but gets {2}; put Reshape before it.</source>
        <translation>转置交换第 {0} 轴和第 {1} 轴，但得到 {2}；请在它之前放置变形。</translation>
    </message>
    <message>
        <source>Treat the target as a class, or choose another column.</source>
        <translation>请把目标当作类别，或选择其他列。</translation>
    </message>
    <message>
        <source>Undo the surgery on this layer, or give it back the units it had.</source>
        <translation>请还原此层的单元改动，或恢复它原有的单元。</translation>
    </message>
    <message>
        <source>Units are switched off.</source>
        <translation>有单元被关闭。</translation>
    </message>
    <message>
        <source>Upsample by {0} leaves nothing of {1}; choose a larger factor.</source>
        <translation>按 {0} 倍上采样后 {1} 什么也不剩；请选择更大的倍数。</translation>
    </message>
    <message>
        <source>Upsample cannot work {0} on an input of shape {1}; choose bilinear.</source>
        <translation>上采样无法对形状为 {1} 的输入使用 {0}；请选择 bilinear。</translation>
    </message>
    <message>
        <source>Upsample cannot work {0} on an input of shape {1}; choose linear.</source>
        <translation>上采样无法对形状为 {1} 的输入使用 {0}；请选择 linear。</translation>
    </message>
    <message>
        <source>Upsample needs inputs of shape (C, L) or (C, H, W), but gets {0}; put Reshape before it.</source>
        <translation>上采样需要形状为 (C, L) 或 (C, H, W) 的输入，但得到 {0}；请在它之前放置变形。</translation>
    </message>
    <message>
        <source>Use Adam</source>
        <translation>改用 Adam</translation>
    </message>
    <message>
        <source>Use Concat</source>
        <translation>改用拼接</translation>
    </message>
    <message>
        <source>Use Layer norm</source>
        <translation>改用层归一化</translation>
    </message>
    <message>
        <source>Use Linear</source>
        <translation>改用线性层</translation>
    </message>
    <message>
        <source>Use a Linear layer, which has a size of its own.</source>
        <translation>请使用线性层，它自己规定大小。</translation>
    </message>
    <message>
        <source>Use dropout behind the Embedding.</source>
        <translation>请把 Dropout 放在嵌入之后。</translation>
    </message>
    <message>
        <source>Use fewer units or a smaller batch.</source>
        <translation>请减少单元数或减小批大小。</translation>
    </message>
    <message>
        <source>Use the full batch</source>
        <translation>使用全批</translation>
    </message>
    <message>
        <source>Use the initialiser of the network</source>
        <translation>使用网络的初始化方法</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>使用 {0}</translation>
    </message>
    <message>
        <source>Wire a layer to it, or delete it.</source>
        <translation>请把一层连到它，或删除它。</translation>
    </message>
    <message>
        <source>Wire another layer to it.</source>
        <translation>请再连一层到它。</translation>
    </message>
    <message>
        <source>Wire it on, or delete it.</source>
        <translation>请把它连下去，或删除它。</translation>
    </message>
    <message>
        <source>Wire {0} to it</source>
        <translation>把 {0} 连到它</translation>
    </message>
    <message>
        <source>With {0} layers of {1} in the network, {2}.</source>
        <translation>网络中有 {0} 层使用 {1}，{2}。</translation>
    </message>
    <message>
        <source>Zero pad 2d cuts off all of {0}; cut less.</source>
        <translation>二维零填充裁掉了 {0} 的全部；请少裁一些。</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>a second {0} of that name</source>
        <translation>已有同名的 {0}</translation>
    </message>
    <message>
        <source>a sequence of shape (C, L)</source>
        <translation>形状为 (C, L) 的序列</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>already has one called {0}</source>
        <translation>已有名为 {0} 的网络</translation>
    </message>
    <message>
        <source>already has {0} edges, the most that are allowed</source>
        <translation>已有 {0} 条连线，达到上限</translation>
    </message>
    <message>
        <source>already has {0} nodes, the most that are allowed</source>
        <translation>已有 {0} 个节点，达到上限</translation>
    </message>
    <message>
        <source>an image of shape (C, H, W)</source>
        <translation>形状为 (C, H, W) 的图像</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>batch size {0} → {1}</source>
        <translation>批大小 {0} → {1}</translation>
    </message>
    <message>
        <source>belongs to the network itself; leave it out of the block</source>
        <translation>属于网络本身；请不要放进块中</translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <translation>无法读取：{0}</translation>
    </message>
    <message>
        <source>cannot be set</source>
        <translation>不能设置</translation>
    </message>
    <message>
        <source>cannot contain itself</source>
        <translation>不能包含自身</translation>
    </message>
    <message>
        <source>cannot keep the weights {0}: {1}</source>
        <translation>无法保留权重 {0}：{1}</translation>
    </message>
    <message>
        <source>cannot read the checkpoint {0}: {1}</source>
        <translation>无法读取检查点 {0}：{1}</translation>
    </message>
    <message>
        <source>cannot read {0}: it is no plain file</source>
        <translation>无法读取 {0}：它不是普通文件</translation>
    </message>
    <message>
        <source>cannot read {0}: {1}</source>
        <translation>无法读取 {0}：{1}</translation>
    </message>
    <message>
        <source>cannot write {0}: it is no plain file</source>
        <translation>无法写入 {0}：它不是普通文件</translation>
    </message>
    <message>
        <source>cannot write {0}: {1}</source>
        <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>choose the 1d layer</source>
        <translation>请改用一维的层</translation>
    </message>
    <message>
        <source>choose the 2d layer</source>
        <translation>请改用二维的层</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>each ReLU halves the signal, and Xavier weights do not make up for it</source>
        <translation>每个 ReLU 会使信号减半，而 Xavier 权重无法弥补</translation>
    </message>
    <message>
        <source>field {0} has no help</source>
        <translation>字段 {0} 没有说明</translation>
    </message>
    <message>
        <source>field {0} is declared without param()</source>
        <translation>字段 {0} 的声明没有使用 param()</translation>
    </message>
    <message>
        <source>has a feature twice</source>
        <translation>有重复的特征</translation>
    </message>
    <message>
        <source>has a number that is too large for a weight</source>
        <translation>有一个数过大，不能作为权重</translation>
    </message>
    <message>
        <source>has a value that is no number and no text at {0}</source>
        <translation>在 {0} 处的值既不是数也不是文本</translation>
    </message>
    <message>
        <source>has an edge from there already</source>
        <translation>已有从那里来的连线</translation>
    </message>
    <message>
        <source>has an input already; delete that edge first, or use Add or Concat</source>
        <translation>已有输入；请先删除那条连线，或使用“相加”或“拼接”</translation>
    </message>
    <message>
        <source>has no input {0}, but a wire from {1} leads there</source>
        <translation>没有输入 {0}，但有来自 {1} 的连线通向那里</translation>
    </message>
    <message>
        <source>has no input, so it stays at the start</source>
        <translation>没有输入，因此留在开头</translation>
    </message>
    <message>
        <source>has no network called {0}</source>
        <translation>没有名为 {0} 的网络</translation>
    </message>
    <message>
        <source>has no wire into input {0}</source>
        <translation>的输入 {0} 没有连线</translation>
    </message>
    <message>
        <source>has nothing behind it</source>
        <translation>后面没有层</translation>
    </message>
    <message>
        <source>has two edges into port {0}</source>
        <translation>有两条连线接入端口 {0}</translation>
    </message>
    <message>
        <source>has {0} characters; at most 4096 are allowed</source>
        <translation>有 {0} 个字符；最多允许 4096 个</translation>
    </message>
    <message>
        <source>has {0} characters; at most {1} are allowed</source>
        <translation>有 {0} 个字符；最多允许 {1} 个</translation>
    </message>
    <message>
        <source>has {0} edges; at most {1} are allowed</source>
        <translation>有 {0} 条连线；最多允许 {1} 条</translation>
    </message>
    <message>
        <source>has {0} input</source>
        <translation>有 {0} 个输入</translation>
    </message>
    <message>
        <source>has {0} inputs</source>
        <translation>有 {0} 个输入</translation>
    </message>
    <message>
        <source>has {0} layers whose output nobody takes; a block gives one result</source>
        <translation>有 {0} 层的输出没有层接收；一个块只给出一个结果</translation>
    </message>
    <message>
        <source>has {0} nodes; at most {1} are allowed</source>
        <translation>有 {0} 个节点；最多允许 {1} 个</translation>
    </message>
    <message>
        <source>has {0} samples; at least 2 are needed, to train on and to validate with</source>
        <translation>有 {0} 个样本；训练和验证至少需要 2 个</translation>
    </message>
    <message>
        <source>has {0} values; at most 4096 are allowed</source>
        <translation>有 {0} 个值；最多允许 4096 个</translation>
    </message>
    <message>
        <source>has {0}; at most {1} are allowed</source>
        <translation>有 {0} 个；最多允许 {1} 个</translation>
    </message>
    <message>
        <source>has {0}; at most {1} train side by side</source>
        <translation>有 {0} 个；最多可同时训练 {1} 个</translation>
    </message>
    <message>
        <source>image, not a row</source>
        <translation>是图像，不是一行</translation>
    </message>
    <message>
        <source>is a number too large to be exact</source>
        <translation>数值过大，无法精确表示</translation>
    </message>
    <message>
        <source>is an input of {0}: it takes what comes from outside</source>
        <translation>是 {0} 的输入：它接收来自外部的内容</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is needed outside the block too; only the last layer may be</source>
        <translation>在块外也被使用；只有最后一层可以如此</translation>
    </message>
    <message>
        <source>is nested deeper than {0} levels</source>
        <translation>嵌套超过 {0} 层</translation>
    </message>
    <message>
        <source>is no block</source>
        <translation>不是块</translation>
    </message>
    <message>
        <source>is no block of this experiment</source>
        <translation>不是此实验的块</translation>
    </message>
    <message>
        <source>is no edge of this network</source>
        <translation>不是此网络的连线</translation>
    </message>
    <message>
        <source>is no field of this block that is free to be a parameter</source>
        <translation>不是此块中可作为参数的字段</translation>
    </message>
    <message>
        <source>is no kind of surgery; there is {0}</source>
        <translation>不是一种单元改动；可用的有 {0}</translation>
    </message>
    <message>
        <source>is no layer of {0}, but a parameter leads to it</source>
        <translation>不是 {0} 的层，但有参数指向它</translation>
    </message>
    <message>
        <source>is no network of this experiment</source>
        <translation>不是此实验的网络</translation>
    </message>
    <message>
        <source>is no node of this network</source>
        <translation>不是此网络的节点</translation>
    </message>
    <message>
        <source>is no node, but the edge {0} → {1} names it</source>
        <translation>不是节点，但连线 {0} → {1} 提到它</translation>
    </message>
    <message>
        <source>is no parameter of {0}; it has {1}</source>
        <translation>不是 {0} 的参数；它的参数有 {1}</translation>
    </message>
    <message>
        <source>is no part of a node; it has {0}</source>
        <translation>不是节点的组成部分；节点包含 {0}</translation>
    </message>
    <message>
        <source>is no valid id: use letters, digits and _, not starting with a digit</source>
        <translation>不是有效的标识符：请使用字母、数字和 _，且不以数字开头</translation>
    </message>
    <message>
        <source>is not in the list</source>
        <translation>不在列表中</translation>
    </message>
    <message>
        <source>is not in the same block</source>
        <translation>不在同一个块中</translation>
    </message>
    <message>
        <source>is not the last layer of {0}; only its result leads outside</source>
        <translation>不是 {0} 的最后一层；只有它的结果通向外部</translation>
    </message>
    <message>
        <source>is not the only last layer among these, but a block gives one result</source>
        <translation>不是其中唯一的最后一层，而一个块只给出一个结果</translation>
    </message>
    <message>
        <source>is not there; there is {0}</source>
        <translation>不存在；可用的有 {0}</translation>
    </message>
    <message>
        <source>is part of a circle; a network must flow one way</source>
        <translation>位于环路中；网络只能朝一个方向流动</translation>
    </message>
    <message>
        <source>is the activation of a block</source>
        <translation>是块的激活函数</translation>
    </message>
    <message>
        <source>is the id of a node already</source>
        <translation>已是某个节点的标识符</translation>
    </message>
    <message>
        <source>is the id of two layers once the blocks are expanded</source>
        <translation>在块展开后成为两层的标识符</translation>
    </message>
    <message>
        <source>is the id of two nodes</source>
        <translation>是两个节点的标识符</translation>
    </message>
    <message>
        <source>is {0}; choose one of {1}</source>
        <translation>为 {0}；请从 {1} 中选择</translation>
    </message>
    <message>
        <source>is {0}; it needs to be above the least, {1}</source>
        <translation>为 {0}；它必须大于下限 {1}</translation>
    </message>
    <message>
        <source>is {0}; it needs to be at least the lower end {1}</source>
        <translation>为 {0}；它不能小于下端 {1}</translation>
    </message>
    <message>
        <source>is {0}; it needs to be auto or one character</source>
        <translation>为 {0}；它必须是 auto 或单个字符</translation>
    </message>
    <message>
        <source>is {0}; the least allowed is {1}</source>
        <translation>为 {0}；最小允许 {1}</translation>
    </message>
    <message>
        <source>is {0}; the most allowed is {1}</source>
        <translation>为 {0}；最大允许 {1}</translation>
    </message>
    <message>
        <source>is {0}; this version reads up to {1}. Update nnplayground to open the file</source>
        <translation>为 {0}；此版本最高支持 {1}。请更新 nnplayground 后再打开文件</translation>
    </message>
    <message>
        <source>it ends too early, as if a part were missing</source>
        <translation>它结束得过早，似乎缺少一部分</translation>
    </message>
    <message>
        <source>it has a number that is too large</source>
        <translation>其中有过大的数</translation>
    </message>
    <message>
        <source>needs an activation, not a block</source>
        <translation>需要激活函数，而不是块</translation>
    </message>
    <message>
        <source>put Reshape before it</source>
        <translation>请在它之前放置变形</translation>
    </message>
    <message>
        <source>they need {0} of memory, but {1} are free</source>
        <translation>需要 {0} 内存，但只有 {1} 可用</translation>
    </message>
    <message>
        <source>{0} asks for a lead by a margin; a {1} before it keeps scores so close that it never rests.</source>
        <translation>{0}要求领先一个间隔；前面的 {1} 使各得分过于接近，损失永远不会为零。</translation>
    </message>
    <message>
        <source>{0} gives {1} numbers and {2} {3}, but {4} takes the first half for means.</source>
        <translation>{0} 给出 {1} 个数，{2} 给出 {3} 个，但{4}把前一半当作均值。</translation>
    </message>
    <message>
        <source>{0} has rows for {1} different numbers, but the data have {2}.</source>
        <translation>{0} 有 {1} 个不同整数的行，但数据中有 {2} 个。</translation>
    </message>
    <message>
        <source>{0} is no experiment</source>
        <translation>{0} 不是实验文件</translation>
    </message>
    <message>
        <source>{0} looks up whole numbers from 0 on, but these data are quantities.</source>
        <translation>{0} 按从 0 起的整数查表，但这些数据是连续数值。</translation>
    </message>
    <message>
        <source>{0} makes fractions of the whole numbers with which an Embedding looks up its rows.</source>
        <translation>嵌入用整数查找各行，而{0}会把这些整数变成小数。</translation>
    </message>
    <message>
        <source>{0} needs CUDA, so that training on {1} is in float32.</source>
        <translation>{0} 需要 CUDA，因此在{1}上以 float32 训练。</translation>
    </message>
    <message>
        <source>{0} needs a newer CUDA device, so that training on {1} is in float32.</source>
        <translation>{0} 需要更新的 CUDA 设备，因此在{1}上以 float32 训练。</translation>
    </message>
    <message>
        <source>{0} needs an adjacency (nodes, nodes) second, but gets {1}.</source>
        <translation>{0} 的第二个输入需要邻接矩阵 (n, n)，但得到 {1}。</translation>
    </message>
    <message>
        <source>{0} needs as many means as log-variances, but the encoder gives {1} per sample.</source>
        <translation>{0}要求均值与对数方差一样多，但编码器对每个样本给出 {1}。</translation>
    </message>
    <message>
        <source>{0} needs as many nodes in both inputs, but gets {1}.</source>
        <translation>{0} 要求两个输入的节点数相同，但得到 {1}。</translation>
    </message>
    <message>
        <source>{0} needs data that ask for a {1}; those of {2} ask for {3}.</source>
        <translation>{0}需要要求给出{1}的数据；而{2}要求的是 {3}。</translation>
    </message>
    <message>
        <source>{0} needs node features (nodes, features) first, but gets {1}.</source>
        <translation>{0} 的第一个输入需要节点特征 (n, F)，但得到 {1}。</translation>
    </message>
    <message>
        <source>{0} needs one row of numbers as its state, but gets {1}; put Flatten before it.</source>
        <translation>{0} 要求以一行数作为状态，但得到 {1}；请在它之前放置展平。</translation>
    </message>
    <message>
        <source>{0} needs one row of numbers as its state, but gets {1}; put Take last step before it.</source>
        <translation>{0} 要求以一行数作为状态，但得到 {1}；请在它之前放置“取最后一步”。</translation>
    </message>
    <message>
        <source>{0} needs samples with the parts {1}; those of {2} have {3}.</source>
        <translation>{0}需要样本含有 {1} 这些部分；而{2}的样本有 {3}。</translation>
    </message>
    <message>
        <source>{0} numbers</source>
        <translation>{0} 个数</translation>
    </message>
    <message>
        <source>{0} takes outputs for log-probabilities; without a log-softmax they grow without end.</source>
        <translation>{0}把输出当作对数概率；没有 log-softmax 时它们会无限增大。</translation>
    </message>
    <message>
        <source>{0} takes outputs for probabilities; numbers below 0 and above 1 are cut there and learn nothing.</source>
        <translation>{0}把输出当作概率；小于 0 和大于 1 的数会被截断，学不到东西。</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>exporter</source>
        <translation>导出方式</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>初始化方法</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>训练目标</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>探针</translation>
    </message>
    <message>
        <source>regularizer</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>The weights cannot be read from {0}: {1}</source>
        <translation>无法从 {0} 读取权重：{1}</translation>
    </message>
    <message>
        <source>A step takes {0} on the CPU and {1} on the GPU.</source>
        <translation>一步在 CPU 上需要 {0}，在 GPU 上需要 {1}。</translation>
    </message>
    <message>
        <source>Add needs inputs of equal shape, but gets {0}; use Concat, or make them equal.</source>
        <translation>相加要求各输入形状相同，但得到 {0}；请改用拼接，或使它们相同。</translation>
    </message>
    <message>
        <source>CUDA graph</source>
        <translation>CUDA 图</translation>
    </message>
    <message>
        <source>Choose a .npy file.</source>
        <translation>请选择 .npy 文件。</translation>
    </message>
    <message>
        <source>Choose a loss of numbers.</source>
        <translation>请选择数值的损失。</translation>
    </message>
    <message>
        <source>Choose a loss that takes logits, or float32.</source>
        <translation>请选择以 logit 为输入的损失，或使用 float32。</translation>
    </message>
    <message>
        <source>Choose a part.</source>
        <translation>请选择一个部分。</translation>
    </message>
    <message>
        <source>Choose another objective, or other data.</source>
        <translation>请选择其他训练目标或其他数据。</translation>
    </message>
    <message>
        <source>Choose another optimizer or another precision.</source>
        <translation>请选择其他优化器或其他数值精度。</translation>
    </message>
    <message>
        <source>Choose other data, such as {0}.</source>
        <translation>请选择其他数据，例如{0}。</translation>
    </message>
    <message>
        <source>Choose the targets that belong to these samples.</source>
        <translation>请选择与这些样本对应的目标。</translation>
    </message>
    <message>
        <source>Concat joins dimension {0}, but gets {1}.</source>
        <translation>拼接沿维度 {0} 进行，但得到 {1}。</translation>
    </message>
    <message>
        <source>Decoder LSTM of {0} units needs a state of {1} or {2} numbers, but gets {3}.</source>
        <translation>{0} 个单元的解码器 LSTM 需要由 {1} 或 {2} 个数组成的状态，但得到 {3}。</translation>
    </message>
    <message>
        <source>Do not share</source>
        <translation>不共享</translation>
    </message>
    <message>
        <source>End with a 1 × 1 convolution of {0} channels</source>
        <translation>以 {0} 个通道的 1 × 1 卷积结尾</translation>
    </message>
    <message>
        <source>End with a 1 × 1 convolution that has a channel for each class.</source>
        <translation>请以每类一个通道的 1 × 1 卷积结尾。</translation>
    </message>
    <message>
        <source>End with two layers of equal size, joined by Concat: the means first.</source>
        <translation>请以两个大小相同、用拼接合并的层结尾：均值在前。</translation>
    </message>
    <message>
        <source>Exact is on.</source>
        <translation>“精确”已打开。</translation>
    </message>
    <message>
        <source>Give it to a layer with weights.</source>
        <translation>请把它设给有权重的层。</translation>
    </message>
    <message>
        <source>Give it {0} channels</source>
        <translation>设为 {0} 个通道</translation>
    </message>
    <message>
        <source>Give its branches {0} units</source>
        <translation>把各分支设为 {0} 个单元</translation>
    </message>
    <message>
        <source>Give {0} {1} units</source>
        <translation>把 {0} 设为 {1} 个单元</translation>
    </message>
    <message>
        <source>Group norm needs more than one number per group, but gets one; choose fewer groups.</source>
        <translation>组归一化要求每组有多个数，但只有一个；请减少组数。</translation>
    </message>
    <message>
        <source>In float16 a step may be left out.</source>
        <translation>在 float16 下可能跳过某一步。</translation>
    </message>
    <message>
        <source>Inputs are mixed by other shares at each step.</source>
        <translation>每一步都以不同的比例混合输入。</translation>
    </message>
    <message>
        <source>Inputs change at each step.</source>
        <translation>输入每一步都在变化。</translation>
    </message>
    <message>
        <source>It could not be built: {0}</source>
        <translation>无法生成：{0}</translation>
    </message>
    <message>
        <source>It could not be captured: {0}</source>
        <translation>无法录制：{0}</translation>
    </message>
    <message>
        <source>It disagreed with autograd.</source>
        <translation>它的结果与自动微分不一致。</translation>
    </message>
    <message>
        <source>It has no code for one of the regularisers.</source>
        <translation>它不支持其中一种正则化。</translation>
    </message>
    <message>
        <source>It has no code for {0}.</source>
        <translation>它不支持 {0}。</translation>
    </message>
    <message>
        <source>It should share weights with {0}, which is no layer beside it.</source>
        <translation>它要与 {0} 共享权重，但同级中没有这一层。</translation>
    </message>
    <message>
        <source>It was not saved to its end; save it again.</source>
        <translation>文件没有完整保存；请重新保存。</translation>
    </message>
    <message>
        <source>It works on the CPU alone.</source>
        <translation>它只支持 CPU。</translation>
    </message>
    <message>
        <source>Its steps have several parts.</source>
        <translation>它的每一步由多个部分组成。</translation>
    </message>
    <message>
        <source>Layers share weights in a circle, so that none of them owns any.</source>
        <translation>这些层循环共享权重，没有一层真正拥有权重。</translation>
    </message>
    <message>
        <source>Leave at least {0} to validate with.</source>
        <translation>请至少留出 {0} 用于验证。</translation>
    </message>
    <message>
        <source>Let it give {0} numbers</source>
        <translation>使其输出 {0} 个数</translation>
    </message>
    <message>
        <source>Let it look back only; else it learns to copy.</source>
        <translation>请让它只往回看；否则它学会的是照抄。</translation>
    </message>
    <message>
        <source>Machine code for this network is quicker there than a GPU.</source>
        <translation>对该网络来说，那里的专用机器码比 GPU 更快。</translation>
    </message>
    <message>
        <source>Make it causal</source>
        <translation>改为因果</translation>
    </message>
    <message>
        <source>Make room, or use fewer samples.</source>
        <translation>请腾出空间，或减少样本。</translation>
    </message>
    <message>
        <source>Mixed precision is left to PyTorch.</source>
        <translation>混合精度由 PyTorch 处理。</translation>
    </message>
    <message>
        <source>No weights here have the name and the shape of those of {0}.</source>
        <translation>这里没有与 {0} 的权重名称和形状都相同的权重。</translation>
    </message>
    <message>
        <source>No weights learn.</source>
        <translation>没有参与学习的权重。</translation>
    </message>
    <message>
        <source>Number the classes from 0 on, or treat the target as a number.</source>
        <translation>请从 0 开始给类别编号，或把目标当作数值。</translation>
    </message>
    <message>
        <source>Only the GPU computes in {0}.</source>
        <translation>只有 GPU 能以 {0} 计算。</translation>
    </message>
    <message>
        <source>Output needs one row of numbers per sample, but gets {0}; put Flatten before it.</source>
        <translation>输出层要求每个样本是一行数，但得到 {0}；请在它之前放置展平。</translation>
    </message>
    <message>
        <source>Put both into one folder, named as x.npy and y.npy or images.npy and labels.npy are.</source>
        <translation>请把两个文件放在同一文件夹中，并像 x.npy 与 y.npy 或 images.npy 与 labels.npy 那样命名。</translation>
    </message>
    <message>
        <source>Put {0} last</source>
        <translation>把{0}放到最后</translation>
    </message>
    <message>
        <source>PyTorch cannot compute several such networks at once.</source>
        <translation>PyTorch 无法同时计算多个这样的网络。</translation>
    </message>
    <message>
        <source>Read in one direction</source>
        <translation>只按一个方向读</translation>
    </message>
    <message>
        <source>Reparameterise needs two inputs of equal shape, but gets {0}; make them equal.</source>
        <translation>重参数化要求两个输入形状相同，但得到 {0}；请使它们相同。</translation>
    </message>
    <message>
        <source>Reshape cannot lay one number out as {0}; choose sizes whose product is {1}.</source>
        <translation>变形无法把一个数排成 {0}；请选择乘积为 {1} 的大小。</translation>
    </message>
    <message>
        <source>Samples have several axes.</source>
        <translation>样本有多个轴。</translation>
    </message>
    <message>
        <source>Samples of these data have the parts {0}, and {1} does not say which it takes.</source>
        <translation>这些数据的样本有 {0} 这几个部分，而 {1} 没有指明取哪一个。</translation>
    </message>
    <message>
        <source>Save it as .npy.</source>
        <translation>请保存为 .npy。</translation>
    </message>
    <message>
        <source>Save it as whole numbers or floats.</source>
        <translation>请保存为整数或浮点数。</translation>
    </message>
    <message>
        <source>Save it with numpy.savez(file, x=…, y=…).</source>
        <translation>请用 numpy.savez(file, x=…, y=…) 保存。</translation>
    </message>
    <message>
        <source>Save numbers.</source>
        <translation>请保存数值。</translation>
    </message>
    <message>
        <source>Save the array with numpy.save.</source>
        <translation>请用 numpy.save 保存该数组。</translation>
    </message>
    <message>
        <source>Save the arrays without it.</source>
        <translation>请不用它来保存数组。</translation>
    </message>
    <message>
        <source>Save them as .npy files, of which no more is read than is needed.</source>
        <translation>请保存为 .npy 文件，这样只会读取所需的部分。</translation>
    </message>
    <message>
        <source>Set nothing aside for a test</source>
        <translation>不留出测试集</translation>
    </message>
    <message>
        <source>Share weights with another layer, or with none.</source>
        <translation>请与其他层共享权重，或不共享。</translation>
    </message>
    <message>
        <source>Switch it on in the training panel.</source>
        <translation>请在“训练”面板中打开它。</translation>
    </message>
    <message>
        <source>Take the whole sample.</source>
        <translation>请取整个样本。</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>取{0}</translation>
    </message>
    <message>
        <source>Taken together with those of other variants, it disagreed with autograd.</source>
        <translation>与其他变体一起执行时，结果与 autograd 不一致。</translation>
    </message>
    <message>
        <source>Targets are weighted or smoothed.</source>
        <translation>目标经过加权或平滑。</translation>
    </message>
    <message>
        <source>The GPU could not take a step.</source>
        <translation>GPU 无法执行训练步。</translation>
    </message>
    <message>
        <source>The data do not fit into memory.</source>
        <translation>数据放不进内存。</translation>
    </message>
    <message>
        <source>The memory of the CPU is too small.</source>
        <translation>CPU 的内存太小。</translation>
    </message>
    <message>
        <source>The network has more than {0} weights.</source>
        <translation>网络的权重超过 {0} 个。</translation>
    </message>
    <message>
        <source>The network is too large to be tried out before training</source>
        <translation>网络太大，无法在训练前试算</translation>
    </message>
    <message>
        <source>The targets are those of {0}.</source>
        <translation>目标取自 {0}。</translation>
    </message>
    <message>
        <source>The test needs a low rate above 0, a higher one, and at least 10 steps</source>
        <translation>测试需要一个大于 0 的低学习率、一个更高的学习率，以及至少 10 步</translation>
    </message>
    <message>
        <source>There are no weights here that could be shared.</source>
        <translation>这里没有可共享的权重。</translation>
    </message>
    <message>
        <source>There is a single sample to train on, and batch norm needs two or more.</source>
        <translation>只有一个训练样本，而批归一化至少需要两个。</translation>
    </message>
    <message>
        <source>There is too much to compute for the CPU.</source>
        <translation>对 CPU 来说计算量太大。</translation>
    </message>
    <message>
        <source>This network is here to be read and exported; it was made for other data than these.</source>
        <translation>这个网络供阅读和导出；它是为其他数据设计的。</translation>
    </message>
    <message>
        <source>Train on fewer samples.</source>
        <translation>请减少训练样本。</translation>
    </message>
    <message>
        <source>Train on half of the samples</source>
        <translation>用一半样本训练</translation>
    </message>
    <message>
        <source>Training would need {0} of memory, but {1} are free; this layer writes {2} numbers per sample.</source>
        <translation>训练需要 {0} 内存，但只有 {1} 可用；这一层每个样本要写出 {2} 个数。</translation>
    </message>
    <message>
        <source>Treat the target as a number, or save classes as whole numbers from 0 on.</source>
        <translation>请把目标当作数值，或把类别保存为从 0 开始的整数。</translation>
    </message>
    <message>
        <source>Two layers share their weights.</source>
        <translation>有两层共享权重。</translation>
    </message>
    <message>
        <source>Units are on hold.</source>
        <translation>有单元被冻结或关闭。</translation>
    </message>
    <message>
        <source>Use MSE</source>
        <translation>改用均方误差</translation>
    </message>
    <message>
        <source>Use layer norm, or more samples.</source>
        <translation>请改用层归一化，或增加样本。</translation>
    </message>
    <message>
        <source>Weights have a limit.</source>
        <translation>权重设有上限。</translation>
    </message>
    <message>
        <source>Wire an input with the children of the samples to it.</source>
        <translation>请把给出样本子节点的输入层连到它。</translation>
    </message>
    <message>
        <source>Wire the branches in the order of the answers.</source>
        <translation>请按答案的顺序连接各分支。</translation>
    </message>
    <message>
        <source>a child must come before its parent in the list of nodes.</source>
        <translation>在节点列表中，子节点必须排在父节点之前。</translation>
    </message>
    <message>
        <source>an answer for each place</source>
        <translation>每个位置一个答案</translation>
    </message>
    <message>
        <source>are not known to this version</source>
        <translation>此版本不认识</translation>
    </message>
    <message>
        <source>beside {0} there is no file with its targets</source>
        <translation>{0} 旁边没有它的目标文件</translation>
    </message>
    <message>
        <source>cannot be built: {0}</source>
        <translation>无法建立：{0}</translation>
    </message>
    <message>
        <source>cannot be set for a block; a layer shares weights with a layer beside it</source>
        <translation>不能为块设置；一层只能与同级的层共享权重</translation>
    </message>
    <message>
        <source>complex numbers</source>
        <translation>复数</translation>
    </message>
    <message>
        <source>has no wire from {0}</source>
        <translation>没有来自 {0} 的连线</translation>
    </message>
    <message>
        <source>is {0}; each half has only {1} nodes, and some must be left</source>
        <translation>为 {0}；每半只有 {1} 个节点，而且必须留下一些</translation>
    </message>
    <message>
        <source>is {0}; it must not lie before {1}, nor a century or more behind it</source>
        <translation>为 {0}；它不能早于 {1}，也不能晚一个世纪或更久</translation>
    </message>
    <message>
        <source>is {0}; the longest has {1}</source>
        <translation>为 {0}；最长的为 {1}</translation>
    </message>
    <message>
        <source>is {0}; with {1} keys there are no more pairs</source>
        <translation>为 {0}；{1} 个键没有更多的键值对</translation>
    </message>
    <message>
        <source>leads back</source>
        <translation>形成环路</translation>
    </message>
    <message>
        <source>leads into a plain value</source>
        <translation>指向普通的值之内</translation>
    </message>
    <message>
        <source>leads nowhere</source>
        <translation>没有指向任何位置</translation>
    </message>
    <message>
        <source>leads outside as well, but a block gives one result; choose the layers behind it too</source>
        <translation>还通向外部，而一个块只给出一个结果；请把它后面的层也选上</translation>
    </message>
    <message>
        <source>lies in more than {0} blocks, one inside the other</source>
        <translation>嵌套在超过 {0} 个块中</translation>
    </message>
    <message>
        <source>lies inside {0}; wire to an input of that block instead</source>
        <translation>位于 {0} 内部；请连到该块的输入</translation>
    </message>
    <message>
        <source>line {0} cannot be read: {1}</source>
        <translation>无法读取第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>line {0} has {1} column, but line {2} has {3}</source>
        <translation>第 {0} 行有 {1} 列，但第 {2} 行有 {3} 列</translation>
    </message>
    <message>
        <source>line {0} has {1} columns, but line {2} has {3}</source>
        <translation>第 {0} 行有 {1} 列，但第 {2} 行有 {3} 列</translation>
    </message>
    <message>
        <source>log variance</source>
        <translation>对数方差</translation>
    </message>
    <message>
        <source>makes the network larger than {0} layers</source>
        <translation>使网络超过 {0} 层</translation>
    </message>
    <message>
        <source>makes the network larger than {0} wires</source>
        <translation>使网络超过 {0} 条连线</translation>
    </message>
    <message>
        <source>may be at most {0}</source>
        <translation>最多为 {0} 个</translation>
    </message>
    <message>
        <source>may not be {0}: use letters, digits and _</source>
        <translation>不能为 {0}：请使用字母、数字和 _</translation>
    </message>
    <message>
        <source>may not change the lesson, the variants or the format</source>
        <translation>不能更改课程、变体或格式</translation>
    </message>
    <message>
        <source>may not have the name {0}: use letters, digits and _</source>
        <translation>不能使用名称 {0}：请使用字母、数字和 _</translation>
    </message>
    <message>
        <source>mixed bfloat16</source>
        <translation>混合 bfloat16</translation>
    </message>
    <message>
        <source>mixed float16</source>
        <translation>混合 float16</translation>
    </message>
    <message>
        <source>must keep one network</source>
        <translation>必须保留一个网络</translation>
    </message>
    <message>
        <source>needs [source, target] or [source, target, port]</source>
        <translation>需要 [source, target] 或 [source, target, port]</translation>
    </message>
    <message>
        <source>needs a finite number for {0}</source>
        <translation>要求 {0} 为有限的数</translation>
    </message>
    <message>
        <source>needs a finite number, not {0}</source>
        <translation>需要有限的数，而不是 {0}</translation>
    </message>
    <message>
        <source>needs a list of at most {0} items</source>
        <translation>需要最多 {0} 项的列表</translation>
    </message>
    <message>
        <source>needs a list, not {0}</source>
        <translation>需要列表，而不是 {0}</translation>
    </message>
    <message>
        <source>needs a momentum above 0</source>
        <translation>要求动量大于 0</translation>
    </message>
    <message>
        <source>needs a name of its own</source>
        <translation>需要一个唯一的名称</translation>
    </message>
    <message>
        <source>needs a number from 0 to 1000, not {0}</source>
        <translation>需要 0 到 1000 的数，而不是 {0}</translation>
    </message>
    <message>
        <source>needs a number, a text, true or false</source>
        <translation>需要数、文本、true 或 false</translation>
    </message>
    <message>
        <source>needs a number, not {0}</source>
        <translation>需要数，而不是 {0}</translation>
    </message>
    <message>
        <source>needs a text, not {0}</source>
        <translation>需要文本，而不是 {0}</translation>
    </message>
    <message>
        <source>needs a whole number from 1</source>
        <translation>需要从 1 起的整数</translation>
    </message>
    <message>
        <source>needs a whole number from {0} to {1}, not {2}</source>
        <translation>需要 {0} 到 {1} 的整数，而不是 {2}</translation>
    </message>
    <message>
        <source>needs a whole number, not {0}</source>
        <translation>需要整数，而不是 {0}</translation>
    </message>
    <message>
        <source>needs an &quot;entry&quot; that names a {0}</source>
        <translation>需要以 &quot;entry&quot; 指明一个{0}</translation>
    </message>
    <message>
        <source>needs an &quot;entry&quot; that names an {0}</source>
        <translation>需要以 &quot;entry&quot; 指明一个{0}</translation>
    </message>
    <message>
        <source>needs an object</source>
        <translation>需要对象</translation>
    </message>
    <message>
        <source>needs an object of parameters and values</source>
        <translation>需要由参数和值组成的对象</translation>
    </message>
    <message>
        <source>needs an object with name and patch</source>
        <translation>需要含 name 和 patch 的对象</translation>
    </message>
    <message>
        <source>needs an object with name, value and targets</source>
        <translation>需要含 name、value 和 targets 的对象</translation>
    </message>
    <message>
        <source>needs an object with nodes and edges</source>
        <translation>需要含 nodes 和 edges 的对象</translation>
    </message>
    <message>
        <source>needs at least one feature</source>
        <translation>至少需要一个特征</translation>
    </message>
    <message>
        <source>needs at least one network</source>
        <translation>至少需要一个网络</translation>
    </message>
    <message>
        <source>needs epochs in rising order, each once</source>
        <translation>各轮次须递增且不重复</translation>
    </message>
    <message>
        <source>needs fields with factors above 0</source>
        <translation>需要字段及大于 0 的系数</translation>
    </message>
    <message>
        <source>needs items such as [&quot;weight&quot;, [0, 1], 0.5]</source>
        <translation>需要形如 [&quot;weight&quot;, [0, 1], 0.5] 的项</translation>
    </message>
    <message>
        <source>needs names of parameters, such as weight</source>
        <translation>需要参数的名称，如 weight</translation>
    </message>
    <message>
        <source>needs one number, or two for height and width, not {0}</source>
        <translation>需要一个数，或高和宽两个数，而不是 {0}</translation>
    </message>
    <message>
        <source>needs one value, not the list {0}</source>
        <translation>需要一个值，而不是列表 {0}</translation>
    </message>
    <message>
        <source>needs pairs of a parameter and its value</source>
        <translation>需要由参数和值组成的数对</translation>
    </message>
    <message>
        <source>needs pairs of a unit and how often it was drawn anew</source>
        <translation>需要由单元和重新初始化次数组成的数对</translation>
    </message>
    <message>
        <source>needs the id of a layer, not {0}</source>
        <translation>需要某一层的标识符，而不是 {0}</translation>
    </message>
    <message>
        <source>needs the numbers of units, counted from 0</source>
        <translation>需要单元的编号，从 0 起计</translation>
    </message>
    <message>
        <source>needs to be one line of at most {0} printable characters</source>
        <translation>必须是一行，最多 {0} 个可打印字符</translation>
    </message>
    <message>
        <source>needs true or false, not {0}</source>
        <translation>需要 true 或 false，而不是 {0}</translation>
    </message>
    <message>
        <source>needs two numbers</source>
        <translation>需要两个数</translation>
    </message>
    <message>
        <source>needs whole numbers</source>
        <translation>需要整数</translation>
    </message>
    <message>
        <source>needs {0}, not {1}</source>
        <translation>需要{0}，而不是 {1}</translation>
    </message>
    <message>
        <source>no array</source>
        <translation>没有数组</translation>
    </message>
    <message>
        <source>no children</source>
        <translation>没有子节点</translation>
    </message>
    <message>
        <source>no column can be an input: none beside the target holds numbers or a few classes</source>
        <translation>没有可作为输入的列：除目标外，没有一列是数值或少量类别</translation>
    </message>
    <message>
        <source>no docstring</source>
        <translation>没有文档字符串</translation>
    </message>
    <message>
        <source>no file is chosen yet</source>
        <translation>尚未选择文件</translation>
    </message>
    <message>
        <source>no input {0}</source>
        <translation>没有输入 {0}</translation>
    </message>
    <message>
        <source>no kind</source>
        <translation>没有种类</translation>
    </message>
    <message>
        <source>no more checkpoints: {0}</source>
        <translation>不再保存检查点：{0}</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>不是有限值</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>一个答案</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>places first</source>
        <translation>位置在前</translation>
    </message>
    <message>
        <source>places last</source>
        <translation>位置在后</translation>
    </message>
    <message>
        <source>row {0} of {1} holds NaN or an infinite number; rows count from 0</source>
        <translation>{1} 的第 {0} 行含有 NaN 或无穷大；行号从 0 开始</translation>
    </message>
    <message>
        <source>several answers</source>
        <translation>多个答案</translation>
    </message>
    <message>
        <source>shares weights with {0}; fold both of them, or do not let it share</source>
        <translation>与 {0} 共享权重；请把两者一起折叠，或取消共享</translation>
    </message>
    <message>
        <source>spans of time</source>
        <translation>时间间隔</translation>
    </message>
    <message>
        <source>stands at that edge already</source>
        <translation>已在那条连线的一端</translation>
    </message>
    <message>
        <source>stays at the end</source>
        <translation>留在末尾</translation>
    </message>
    <message>
        <source>stays at the start</source>
        <translation>留在开头</translation>
    </message>
    <message>
        <source>takes no input</source>
        <translation>不接受输入</translation>
    </message>
    <message>
        <source>takes no input, so it cannot stand in the middle of an edge</source>
        <translation>不接受输入，因此不能放在连线中间</translation>
    </message>
    <message>
        <source>the CPU</source>
        <translation>本机 CPU</translation>
    </message>
    <message>
        <source>the checkpoint {0} is damaged</source>
        <translation>检查点 {0} 已损坏</translation>
    </message>
    <message>
        <source>the checkpoint {0} is of another experiment</source>
        <translation>检查点 {0} 属于另一个实验</translation>
    </message>
    <message>
        <source>the checkpoint {0} is of another experiment; what differs: {1}</source>
        <translation>检查点 {0} 属于另一个实验；不同之处：{1}</translation>
    </message>
    <message>
        <source>the checkpoint {0} is of another experiment; what differs: {1} and {2} more</source>
        <translation>检查点 {0} 属于另一个实验；不同之处：{1} 以及另外 {2} 处</translation>
    </message>
    <message>
        <source>the classes of {0} reach from {1} to {2}; they may reach from 0 to {3}</source>
        <translation>{0} 的类别从 {1} 到 {2}；允许的范围是 0 到 {3}</translation>
    </message>
    <message>
        <source>the data can no longer be read: {0}</source>
        <translation>数据已无法读取：{0}</translation>
    </message>
    <message>
        <source>the data do not fit into memory and need {0} of disk in {1}, but {2} are free</source>
        <translation>数据放不进内存，需要 {1} 中 {0} 的磁盘空间，但只有 {2} 可用</translation>
    </message>
    <message>
        <source>the file cannot be read: {0}</source>
        <translation>无法读取该文件：{0}</translation>
    </message>
    <message>
        <source>the file gives {0} inputs; at most {1} can be used</source>
        <translation>文件给出 {0} 个输入；最多可用 {1} 个</translation>
    </message>
    <message>
        <source>the file has no column &quot;{0}&quot;; it has {1}</source>
        <translation>文件没有列“{0}”；它有 {1}</translation>
    </message>
    <message>
        <source>the file has one column only</source>
        <translation>文件只有一列</translation>
    </message>
    <message>
        <source>the file has {0} MB; at most {1} MB are allowed</source>
        <translation>文件有 {0} MB；最多允许 {1} MB</translation>
    </message>
    <message>
        <source>the file has {0} row of data; at least 2 are needed</source>
        <translation>文件有 {0} 行数据；至少需要 2 行</translation>
    </message>
    <message>
        <source>the file has {0} rows of data; at least 2 are needed</source>
        <translation>文件有 {0} 行数据；至少需要 2 行</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>the file is nested deeper than {0} levels</source>
        <translation>文件的嵌套超过 {0} 层</translation>
    </message>
    <message>
        <source>the file is no nnplayground experiment</source>
        <translation>文件不是 nnplayground 实验</translation>
    </message>
    <message>
        <source>the file is no text in {0}</source>
        <translation>文件不是 {0} 编码的文本</translation>
    </message>
    <message>
        <source>the file is not readable as JSON: it is no text in UTF-8</source>
        <translation>文件无法按 JSON 读取：它不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>the file is not readable as JSON: {0}</source>
        <translation>文件无法按 JSON 读取：{0}</translation>
    </message>
    <message>
        <source>the file {0} cannot be read: {1}</source>
        <translation>无法读取文件 {0}：{1}</translation>
    </message>
    <message>
        <source>the file {0} has {1} MB; at most {2} MB can be read</source>
        <translation>文件 {0} 有 {1} MB；最多可读取 {2} MB</translation>
    </message>
    <message>
        <source>the file {0} is empty</source>
        <translation>文件 {0} 为空</translation>
    </message>
    <message>
        <source>the samples of {0} hold no numbers</source>
        <translation>{0} 的样本不含任何数</translation>
    </message>
    <message>
        <source>the target &quot;{0}&quot; has only {1} of the 2 classes that are needed at least</source>
        <translation>目标“{0}”只有 {1} 个类别，至少需要 2 个</translation>
    </message>
    <message>
        <source>the target &quot;{0}&quot; has {1} classes; at most {2} are allowed</source>
        <translation>目标“{0}”有 {1} 个类别；最多允许 {2} 个</translation>
    </message>
    <message>
        <source>the target &quot;{0}&quot; is no column of numbers: line {1} has &quot;{2}&quot;</source>
        <translation>目标“{0}”不是数值列：第 {1} 行为“{2}”</translation>
    </message>
    <message>
        <source>the test share is too small to test with anything</source>
        <translation>测试比例过小，没有样本可用于测试</translation>
    </message>
    <message>
        <source>the test share leaves nothing to validate with</source>
        <translation>测试比例过大，没有样本可用于验证</translation>
    </message>
    <message>
        <source>there are too few samples to validate and to test with</source>
        <translation>样本太少，不够用于验证和测试</translation>
    </message>
    <message>
        <source>there is no file {0}</source>
        <translation>没有文件 {0}</translation>
    </message>
    <message>
        <source>there is no row {0} in the embedding; it has rows 0 to {1}.</source>
        <translation>嵌入中没有第 {0} 行；它有第 0 到 {1} 行。</translation>
    </message>
    <message>
        <source>there is no run to measure yet</source>
        <translation>还没有可评估的训练</translation>
    </message>
    <message>
        <source>they have ended too soon</source>
        <translation>数据提前结束</translation>
    </message>
    <message>
        <source>this CUDA device</source>
        <translation>这个 CUDA 设备</translation>
    </message>
    <message>
        <source>train share and test share make {0} of the samples together</source>
        <translation>训练比例与测试比例合计为样本的 {0}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>uses the block {0} inside itself</source>
        <translation>在块 {0} 内部使用了它自身</translation>
    </message>
    <message>
        <source>uses the block {0}, which has no layers</source>
        <translation>使用了块 {0}，而它没有层</translation>
    </message>
    <message>
        <source>uses the block {0}, which this experiment does not have</source>
        <translation>使用了块 {0}，而此实验没有它</translation>
    </message>
    <message>
        <source>would feed itself; a network must flow one way</source>
        <translation>会把输出送给自己；网络只能朝一个方向流动</translation>
    </message>
    <message>
        <source>{0} (there is no check called {1})</source>
        <translation>{0}（没有名为 {1} 的检查项）</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 及另外 {1} 个</translation>
    </message>
    <message>
        <source>{0} as it was before it was drawn anew</source>
        <translation>{0} 恢复到重新初始化之前</translation>
    </message>
    <message>
        <source>{0} asks for the loss several times in a step.</source>
        <translation>{0} 在一步中多次计算损失。</translation>
    </message>
    <message>
        <source>{0} asks for the loss several times, which cannot be scaled for {1}.</source>
        <translation>{0}会多次求损失，无法为{1}放大损失。</translation>
    </message>
    <message>
        <source>{0} before {1}</source>
        <translation>在 {1} 之前{0}</translation>
    </message>
    <message>
        <source>{0} before {1} and {2} behind it</source>
        <translation>在 {1} 之前{0}，在其后插入{2}</translation>
    </message>
    <message>
        <source>{0} brings its own log-softmax; a second one changes nothing. It belongs before a plain NLL loss.</source>
        <translation>{0}自带 log-softmax；再加一个毫无作用。它应放在普通的 NLL 损失之前。</translation>
    </message>
    <message>
        <source>{0} brings its own sigmoid; a second one before it keeps the logit between 0 and 1 and slows learning.</source>
        <translation>{0}自带 sigmoid；在它之前再加一个会把 logit 限制在 0 到 1 之间，使学习变慢。</translation>
    </message>
    <message>
        <source>{0} brings its own softmax; a second one before it flattens the gradients and slows learning.</source>
        <translation>{0}自带 softmax；在它之前再加一个会使梯度变平，学习变慢。</translation>
    </message>
    <message>
        <source>{0} cannot be read: it is a folder</source>
        <translation>无法读取 {0}：它是文件夹</translation>
    </message>
    <message>
        <source>{0} cannot be read: it is no plain file</source>
        <translation>无法读取 {0}：它不是普通文件</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>无法读取 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} cannot make text: it makes numbers of any size, and symbols are whole ones.</source>
        <translation>{0}不能生成文本：它生成任意大小的数，而符号是整数。</translation>
    </message>
    <message>
        <source>{0} cannot split {1} features into {2} heads; choose another number, such as {3}.</source>
        <translation>{0} 无法把 {1} 个特征分给 {2} 个头；请选择其他数目，例如 {3}。</translation>
    </message>
    <message>
        <source>{0} cannot take an input of shape {1}.</source>
        <translation>{0} 无法接受形状为 {1} 的输入。</translation>
    </message>
    <message>
        <source>{0} cannot take inputs of shape {1}.</source>
        <translation>{0} 无法接受形状为 {1} 的输入。</translation>
    </message>
    <message>
        <source>{0} cannot use the loss {1}.</source>
        <translation>{0}不能使用损失函数 {1}。</translation>
    </message>
    <message>
        <source>{0} changes colours, and the images of {1} have {2} of 3 channels.</source>
        <translation>{0}改变颜色，而{1}的图像只有 {2} 个通道，需要 3 个。</translation>
    </message>
    <message>
        <source>{0} changes how long samples are, and those of {1} must stay as long.</source>
        <translation>{0}改变样本的长度，而{1}的样本长度必须不变。</translation>
    </message>
    <message>
        <source>{0} changes images, and the samples of {1} are none.</source>
        <translation>{0}用于图像，而{1}的样本不是图像。</translation>
    </message>
    <message>
        <source>{0} changes sequences of symbols, and the samples of {1} are none.</source>
        <translation>{0}用于符号序列，而{1}的样本不是符号序列。</translation>
    </message>
    <message>
        <source>{0} comes after {1}, which has laid two images with masks of their own over one another.</source>
        <translation>{0}排在{1}之后，而后者已把两幅各带掩码的图像叠在一起。</translation>
    </message>
    <message>
        <source>{0} compares answers with targets, and {1} looks at no targets.</source>
        <translation>{0} 把答案与目标相比较，而{1}不看目标。</translation>
    </message>
    <message>
        <source>{0} cuts off all that it makes; use less padding.</source>
        <translation>{0} 把结果全部裁掉了；请减小填充。</translation>
    </message>
    <message>
        <source>{0} does not fit</source>
        <translation>{0} 不匹配</translation>
    </message>
    <message>
        <source>{0} does not say how many numbers this Output gives, so it gives one.</source>
        <translation>{0}没有规定此输出层的大小，因此它只输出一个数。</translation>
    </message>
    <message>
        <source>{0} does not use the network {1}.</source>
        <translation>{0}不使用网络 {1}。</translation>
    </message>
    <message>
        <source>{0} drawn anew</source>
        <translation>{0} 已重新初始化</translation>
    </message>
    <message>
        <source>{0} gets an image and so works on each of its rows apart; it never sees the whole.</source>
        <translation>{0} 得到的是图像，因此只对每一行分别计算，看不到整体。</translation>
    </message>
    <message>
        <source>{0} gives {1} per sample, but {2} asks for {3}.</source>
        <translation>{0}对每个样本给出{1}，但{2}要求{3}。</translation>
    </message>
    <message>
        <source>{0} guesses the curvature from one batch to the next; batches that differ mislead it.</source>
        <translation>{0} 由前后批次估计曲率；批次不同会误导它。</translation>
    </message>
    <message>
        <source>{0} has a part of {1} MB, which is too much</source>
        <translation>{0} 有一部分为 {1} MB，过大</translation>
    </message>
    <message>
        <source>{0} has more than {1} GB</source>
        <translation>{0} 超过 {1} GB</translation>
    </message>
    <message>
        <source>{0} has no input.</source>
        <translation>{0} 没有输入。</translation>
    </message>
    <message>
        <source>{0} has no samples</source>
        <translation>{0} 没有样本</translation>
    </message>
    <message>
        <source>{0} has no weights that could be shared.</source>
        <translation>{0} 没有可共享的权重。</translation>
    </message>
    <message>
        <source>{0} has no weights, so that a regulariser of its own does nothing.</source>
        <translation>{0} 没有权重，因此它自己的正则化不起作用。</translation>
    </message>
    <message>
        <source>{0} has only 1 of the 2 classes that are needed at least</source>
        <translation>{0} 只有 1 个类别，至少需要 2 个</translation>
    </message>
    <message>
        <source>{0} has several losses that pull against each other, so no single one tells a rate</source>
        <translation>{0}有几个互相对抗的损失，没有哪一个能单独说明学习率</translation>
    </message>
    <message>
        <source>{0} has weights that cannot be read without running code of it</source>
        <translation>{0} 的权重必须运行其中的代码才能读取</translation>
    </message>
    <message>
        <source>{0} has {1} input and needs {2}.</source>
        <translation>{0} 有 {1} 个输入，需要 {2} 个。</translation>
    </message>
    <message>
        <source>{0} has {1} inputs and needs {2}.</source>
        <translation>{0} 有 {1} 个输入，需要 {2} 个。</translation>
    </message>
    <message>
        <source>{0} has {1} samples, but {2} has {3} targets</source>
        <translation>{0} 有 {1} 个样本，但 {2} 有 {3} 个目标</translation>
    </message>
    <message>
        <source>{0} holds a single number; rows of samples are needed</source>
        <translation>{0} 只含一个数；需要按行排列的样本</translation>
    </message>
    <message>
        <source>{0} holds numbers that are no classes</source>
        <translation>{0} 含有不是类别的数</translation>
    </message>
    <message>
        <source>{0} holds pickled Python objects, which are never read</source>
        <translation>{0} 含有 pickle 的 Python 对象，这类内容不会被读取</translation>
    </message>
    <message>
        <source>{0} holds {1} arrays; one is needed here</source>
        <translation>{0} 含有 {1} 个数组；这里需要一个</translation>
    </message>
    <message>
        <source>{0} holds {1}; numbers are needed</source>
        <translation>{0} 含有{1}；需要的是数值</translation>
    </message>
    <message>
        <source>{0} in all {1} layers</source>
        <translation>{0}（全部 {1} 层）</translation>
    </message>
    <message>
        <source>{0} in line {1}</source>
        <translation>{0}，第 {1} 行</translation>
    </message>
    <message>
        <source>{0} in {1} cannot be read: {2}</source>
        <translation>无法读取 {1} 中的 {0}：{2}</translation>
    </message>
    <message>
        <source>{0} is a name that every network uses.</source>
        <translation>{0} 是每个网络都使用的名称。</translation>
    </message>
    <message>
        <source>{0} is damaged, or no ONNX model</source>
        <translation>{0} 已损坏，或不是 ONNX 模型</translation>
    </message>
    <message>
        <source>{0} is damaged, or no model that torch.export wrote</source>
        <translation>{0} 已损坏，或不是 torch.export 写出的模型</translation>
    </message>
    <message>
        <source>{0} is for {1}, but the data are for {2}.</source>
        <translation>{0} 用于{1}，但数据用于{2}。</translation>
    </message>
    <message>
        <source>{0} is no NumPy file</source>
        <translation>{0} 不是 NumPy 文件</translation>
    </message>
    <message>
        <source>{0} is no ONNX model with at least one and at most {1} operators</source>
        <translation>{0} 不是含有 1 到 {1} 个算子的 ONNX 模型</translation>
    </message>
    <message>
        <source>{0} is no activation, but stands as that of {1}.</source>
        <translation>{0} 不是激活函数，却被用作 {1} 的激活函数。</translation>
    </message>
    <message>
        <source>{0} is no checkpoint</source>
        <translation>{0} 不是检查点</translation>
    </message>
    <message>
        <source>{0} is no measure of what {1} says of a sample.</source>
        <translation>{0}不能衡量{1}对样本的判断。</translation>
    </message>
    <message>
        <source>{0} is no model that can be read; it needs to end in {1}</source>
        <translation>{0} 不是可读取的模型；文件名须以 {1} 结尾</translation>
    </message>
    <message>
        <source>{0} is no plain file</source>
        <translation>{0} 不是普通文件</translation>
    </message>
    <message>
        <source>{0} is not available on this machine; choose auto or cpu</source>
        <translation>{0} 在此计算机上不可用；请选择 auto 或 cpu</translation>
    </message>
    <message>
        <source>{0} is not told of children that come before their parents.</source>
        <translation>{0} 没有得到排在父节点之前的子节点。</translation>
    </message>
    <message>
        <source>{0} is part of a circle; a network must flow one way.</source>
        <translation>{0} 位于环路中；网络只能朝一个方向流动。</translation>
    </message>
    <message>
        <source>{0} is shorter than its own beginning says</source>
        <translation>{0} 比其文件头所说的要短</translation>
    </message>
    <message>
        <source>{0} is there twice, but a sample is mixed with one other.</source>
        <translation>{0}出现了两次，但一个样本只与另一个样本混合。</translation>
    </message>
    <message>
        <source>{0} is {1}; images that are {2} are (N, height, width)</source>
        <translation>{0} 的形状是 {1}；{2}图像应为 (N, 高, 宽)</translation>
    </message>
    <message>
        <source>{0} is {1}; images that are {2} are (N, height, width, channels)</source>
        <translation>{0} 的形状是 {1}；{2}图像应为 (N, 高, 宽, 通道)</translation>
    </message>
    <message>
        <source>{0} limits what {1} gives, but a code may lie anywhere.</source>
        <translation>{0} 限制了 {1} 的输出，但编码可以在任何位置。</translation>
    </message>
    <message>
        <source>{0} looks at made samples, and {1} makes none.</source>
        <translation>{0}考察生成的样本，而{1}不生成样本。</translation>
    </message>
    <message>
        <source>{0} looks at {1} places, but gets {2}; use a smaller kernel or more padding.</source>
        <translation>{0} 的窗口为 {1}，但输入只有 {2}；请减小卷积核或增大填充。</translation>
    </message>
    <message>
        <source>{0} looks up whole numbers from 0 on, but is given quantities.</source>
        <translation>{0} 按从 0 开始的整数查表，但得到的是连续数值。</translation>
    </message>
    <message>
        <source>{0} makes whole samples, but those of {1} have parts.</source>
        <translation>{0}生成整个样本，但{1}的样本由几个部分组成。</translation>
    </message>
    <message>
        <source>{0} mixes the answers of two samples, and {1} has no loss for them.</source>
        <translation>{0}混合两个样本的答案，而{1}没有适用于它们的损失。</translation>
    </message>
    <message>
        <source>{0} moves all layers together, so that no layer can have a learning rate of its own.</source>
        <translation>{0} 同时更新所有层，因此各层不能有自己的学习率。</translation>
    </message>
    <message>
        <source>{0} moves one network as a whole, but {1} trains {2} in turn.</source>
        <translation>{0} 把一个网络作为整体更新，而{1}轮流训练 {2}。</translation>
    </message>
    <message>
        <source>{0} moves what a sample shows, and the answers that {1} wants for its places would stay behind.</source>
        <translation>{0}移动样本的内容，而{1}对各位置要求的答案不会随之移动。</translation>
    </message>
    <message>
        <source>{0} needs a network called {1}.</source>
        <translation>{0}需要名为 {1} 的网络。</translation>
    </message>
    <message>
        <source>{0} needs a padding of at most half its kernel; make the padding smaller.</source>
        <translation>{0} 的填充不能超过核大小的一半；请减小填充。</translation>
    </message>
    <message>
        <source>{0} needs a sequence of shape (L, E), but gets {1}; put Reshape before it.</source>
        <translation>{0} 需要形状为 (L, E) 的序列，但得到 {1}；请在它之前放置变形。</translation>
    </message>
    <message>
        <source>{0} needs an output padding below its stride or dilation; make it smaller.</source>
        <translation>{0} 的输出填充必须小于步幅或膨胀率；请减小它。</translation>
    </message>
    <message>
        <source>{0} needs arrays named x and y, but holds {1}</source>
        <translation>{0} 需要名为 x 和 y 的数组，但含有 {1}</translation>
    </message>
    <message>
        <source>{0} needs as many features in both inputs, but gets {1} and {2}; add a Linear.</source>
        <translation>{0} 要求两个输入的特征数相同，但得到 {1} 和 {2}；请添加线性层。</translation>
    </message>
    <message>
        <source>{0} needs as many keys as values, but gets {1} and {2}; wire both to one layer.</source>
        <translation>{0} 要求键与值的数目相同，但得到 {1} 和 {2}；请把两者连到同一层。</translation>
    </message>
    <message>
        <source>{0} needs nodes of shape (m, F), but gets {1}; put an Embedding before it.</source>
        <translation>{0} 需要形状为 (m, F) 的节点，但得到 {1}；请在它之前放置嵌入。</translation>
    </message>
    <message>
        <source>{0} needs sizes that are equal or 1, but gets {1}; make them equal.</source>
        <translation>{0} 要求各大小相等或为 1，但得到 {1}；请使它们相等。</translation>
    </message>
    <message>
        <source>{0} needs symbols that may stand for one another, and {1} knows none.</source>
        <translation>{0}需要可以互相替代的符号，而{1}没有这样的符号。</translation>
    </message>
    <message>
        <source>{0} needs two children for each node, {1}, but gets {2}; wire that part to it.</source>
        <translation>{0} 要求每个节点有两个子节点 {1}，但得到 {2}；请把该部分连到它。</translation>
    </message>
    <message>
        <source>{0} needs {1}, but gets {2}; {3}.</source>
        <translation>{0} 需要{1}，但得到 {2}；{3}。</translation>
    </message>
    <message>
        <source>{0} of {1} has more numbers than any memory holds.</source>
        <translation>大小为 {1} 的 {0} 含有的数超出任何内存。</translation>
    </message>
    <message>
        <source>{0} of {1} layers found no weights of their shape in {2}: {3} and {4} more.</source>
        <translation>{1} 层中有 {0} 层在 {2} 中没有形状相符的权重：{3} 及另外 {4} 层。</translation>
    </message>
    <message>
        <source>{0} of {1} layers found no weights of their shape in {2}: {3}.</source>
        <translation>{1} 层中有 {0} 层在 {2} 中没有形状相符的权重：{3}。</translation>
    </message>
    <message>
        <source>{0} restores samples between 0 and 1, but these reach from {1} to {2}.</source>
        <translation>{0}还原的样本在 0 与 1 之间，但这些样本从 {1} 到 {2}。</translation>
    </message>
    <message>
        <source>{0} row without a target left out.</source>
        <translation>已略去 {0} 行没有目标的数据。</translation>
    </message>
    <message>
        <source>{0} rows without a target left out.</source>
        <translation>已略去 {0} 行没有目标的数据。</translation>
    </message>
    <message>
        <source>{0} sees the steps after each step, and they are the answer that is to be guessed.</source>
        <translation>{0} 能看到每一步之后的各步，而那正是要猜的答案。</translation>
    </message>
    <message>
        <source>{0} splits {1} channels into {2} by {3} groups; choose a number of groups that divides both, such as {4}.</source>
        <translation>{0} 以 {3} 组把 {1} 个通道变为 {2} 个；请选择能整除两者的组数，例如 {4}。</translation>
    </message>
    <message>
        <source>{0} starts all weights of {1} alike, so that its units get the same gradients and stay the same for ever.</source>
        <translation>{0}使 {1} 的所有权重从相同的值开始，各单元得到相同的梯度，永远保持相同。</translation>
    </message>
    <message>
        <source>{0} takes logarithms of probabilities, which {1} is too coarse for.</source>
        <translation>{0}要对概率取对数，{1} 的精度不够。</translation>
    </message>
    <message>
        <source>{0} takes no input, but an edge leads to input {1}.</source>
        <translation>{0} 不接受输入，但有连线接到输入 {1}。</translation>
    </message>
    <message>
        <source>{0} takes samples of shape {1}, but those of the data are {2}.</source>
        <translation>{0} 接受形状为 {1} 的样本，但数据的样本形状为 {2}。</translation>
    </message>
    <message>
        <source>{0} takes the part {1} of a sample, but the parts of the data are: {2}.</source>
        <translation>{0} 取样本的 {1} 部分，但数据的各部分是：{2}。</translation>
    </message>
    <message>
        <source>{0} takes the part {1} of a sample, but the samples of the data have no parts.</source>
        <translation>{0} 取样本的 {1} 部分，但数据的样本没有分成几个部分。</translation>
    </message>
    <message>
        <source>{0} takes {1} input, but an edge leads to input {2}.</source>
        <translation>{0} 接受 {1} 个输入，但有连线接到输入 {2}。</translation>
    </message>
    <message>
        <source>{0} takes {1} inputs, but an edge leads to input {2}.</source>
        <translation>{0} 接受 {1} 个输入，但有连线接到输入 {2}。</translation>
    </message>
    <message>
        <source>{0} unit {1} ablated</source>
        <translation>{0} 单元 {1} 已关闭</translation>
    </message>
    <message>
        <source>{0} unit {1} as it was before it was drawn anew</source>
        <translation>{0} 单元 {1} 恢复到重新初始化之前</translation>
    </message>
    <message>
        <source>{0} unit {1} drawn anew</source>
        <translation>{0} 单元 {1} 已重新初始化</translation>
    </message>
    <message>
        <source>{0} unit {1} frozen</source>
        <translation>{0} 单元 {1} 已冻结</translation>
    </message>
    <message>
        <source>{0} unit {1} no longer ablated</source>
        <translation>{0} 单元 {1} 不再关闭</translation>
    </message>
    <message>
        <source>{0} unit {1} no longer frozen</source>
        <translation>{0} 单元 {1} 不再冻结</translation>
    </message>
    <message>
        <source>{0} uses ONNX operators of version {1}; up to {2} are known</source>
        <translation>{0} 使用版本 {1} 的 ONNX 算子；最高支持 {2}</translation>
    </message>
    <message>
        <source>{0} works on the training as a whole, so that {1} cannot have one of its own.</source>
        <translation>{0}作用于整个训练，因此 {1} 不能单独设置。</translation>
    </message>
    <message>
        <source>{0} {1} {2} as it was</source>
        <translation>{0} {1} {2} 恢复原值</translation>
    </message>
    <message>
        <source>{0} {1} {2} set by hand</source>
        <translation>{0} {1} {2} 已手动设置</translation>
    </message>
    <message>
        <source>{0}: loss is not finite, stopped at epoch {1}</source>
        <translation>{0}：损失不是有限值，在第 {1} 轮停止</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} 和 {1}</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} 或 {1}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}、{1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} {1} → {2}</source>
        <translation>{0} {1} → {2}</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>{0} · {1} for a batch of {2}</source>
        <translation>{0} · {1}（批大小 {2}）</translation>
    </message>
    <message>
        <source>{0} parameters · {1} MACs</source>
        <translation>{0} 个参数 · {1} 次乘加</translation>
    </message>
    <message>
        <source>{0} shared</source>
        <translation>{0} 个共享</translation>
    </message>
    <message>
        <source>{0} frozen</source>
        <translation>{0} 个已冻结</translation>
    </message>
    <message>
        <source>{0} for a batch of {1}</source>
        <translation>{0}（批大小 {1}）</translation>
    </message>
    <message>
        <source>sees the whole input</source>
        <translation>感受野：整个输入</translation>
    </message>
    <message>
        <source>sees one place of the input</source>
        <translation>感受野：输入的一个位置</translation>
    </message>
    <message>
        <source>sees {0} places along a side of the input</source>
        <translation>感受野：沿输入一边 {0} 个位置</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>There is no layer that this one may feed.</source>
        <translation>没有可以接收此层输出的层。</translation>
    </message>
    <message>
        <source>Enter connects to {0}, Tab goes on, Escape gives up.</source>
        <translation>Enter 连接到 {0}，Tab 换下一个，Esc 放弃。</translation>
    </message>
    <message>
        <source>Move the layer towards the input</source>
        <translation>将层向输入方向移动</translation>
    </message>
    <message>
        <source>Move the layer towards the output</source>
        <translation>将层向输出方向移动</translation>
    </message>
    <message>
        <source>Go along the edges, or to the layer beside</source>
        <translation>沿连线移动，或到相邻的层</translation>
    </message>
    <message>
        <source>Go there and keep the selection</source>
        <translation>移到那里并保留选择</translation>
    </message>
    <message>
        <source>Go on in order of computation</source>
        <translation>按计算次序移动</translation>
    </message>
    <message>
        <source>Go to the first layer, to the last</source>
        <translation>转到第一层、最后一层</translation>
    </message>
    <message>
        <source>Select the layer&apos;s edges in turn</source>
        <translation>依次选择该层的连线</translation>
    </message>
    <message>
        <source>Open the layer in the inspector</source>
        <translation>在“当前层”中打开</translation>
    </message>
    <message>
        <source>Add a layer behind, or on the edge</source>
        <translation>在其后或连线上添加层</translation>
    </message>
    <message>
        <source>Delete the selection</source>
        <translation>删除所选</translation>
    </message>
    <message>
        <source>Rename the layer</source>
        <translation>重命名层</translation>
    </message>
    <message>
        <source>One unit more, one unit fewer</source>
        <translation>增加、减少一个单元</translation>
    </message>
    <message>
        <source>Look at its units: F freezes, X switches off, R draws anew</source>
        <translation>查看各单元：F 冻结，X 关闭，R 重新初始化</translation>
    </message>
    <message>
        <source>Draw a wire: Tab chooses, Enter connects</source>
        <translation>连线：Tab 选择，Enter 连接</translation>
    </message>
    <message>
        <source>Move the selected cards</source>
        <translation>移动所选卡片</translation>
    </message>
    <message>
        <source>Move the paper</source>
        <translation>平移画布</translation>
    </message>
    <message>
        <source>Give up, or select nothing</source>
        <translation>放弃，或取消选择</translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation>连接到…</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>断开连接…</translation>
    </message>
</context>
<context>
    <name>links</name>
    <message>
        <source>Connected already</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Takes the place of the edge from {0}</source>
        <translation>将取代来自 {0} 的连线</translation>
    </message>
</context>
<context>
    <name>offers</name>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
</context>
<context>
    <name>outline</name>
    <message>
        <source>{0}, {1} layers</source>
        <translation>{0}，{1} 层</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}：{1}。</translation>
    </message>
</context>
<context>
    <name>spoken</name>
    <message>
        <source>{0} units</source>
        <translation>{0} 个单元</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>output {0}</source>
        <translation>输出 {0}</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>{0} 个参数</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>来自 {0}</translation>
    </message>
    <message>
        <source>without input</source>
        <translation>没有输入</translation>
    </message>
    <message>
        <source>error: {0}</source>
        <translation>错误：{0}</translation>
    </message>
    <message>
        <source>warning: {0}</source>
        <translation>警告：{0}</translation>
    </message>
    <message>
        <source>edge from {0} to {1}</source>
        <translation>从 {0} 到 {1} 的连线</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>{0}, input {1}</source>
        <translation>{0}，输入 {1}</translation>
    </message>
    <message>
        <source>shares weights with {0}</source>
        <translation>与 {0} 共享权重</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
    <message>
        <source>From {0} to {1}.</source>
        <translation>从 {0} 到 {1}。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
</TS>
